/** Tests of a worker thread that hangs, fails or does not start: an error of one job, never a crash. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startThread, type Thread } from './thread.ts';
import { workerFile } from './worker-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'thread-'));
const threads: Thread[] = [];
afterAll(async () => {
  await Promise.all(threads.map((thread) => thread.close()));
  rmSync(folder, { recursive: true });
});

/** A stand-in for the worker that does what the job's text says. */
const OBEDIENT = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, text }) => {
  if (text === 'hang') for (;;);
  if (text === 'throw') throw new Error('thrown');
  if (text === 'exit') process.exit(3);
  if (text === 'late') setTimeout(() => { throw new Error('late'); }, 20);
  parentPort.postMessage({ id, result: { error: 'drawn' } });
});
parentPort.postMessage({ ready: true });
`;

function threadOf(name: string, code: string): Thread {
  const file = join(folder, name);
  writeFileSync(file, code);
  const thread = startThread(file, { picture: 400, start: 5000 });
  threads.push(thread);
  return thread;
}

const job = (text: string) => ({ id: text, text, title: '', description: '' });

test('cuts a picture that hangs, and draws the next', async () => {
  const thread = threadOf('hang.mjs', OBEDIENT);
  expect(await thread.render(job('hang'))).toEqual({ error: 'the picture was not ready within 0.4 s' });
  expect(await thread.render(job('fine'))).toEqual({ error: 'drawn' });
});

test('survives a worker that throws or ends, and draws the next', async () => {
  const thread = threadOf('throw.mjs', OBEDIENT);
  expect(await thread.render(job('throw'))).toEqual({ error: 'the renderer failed: thrown' });
  expect(await thread.render(job('exit'))).toEqual({ error: 'the renderer ended with code 3' });
  expect(await thread.render(job('late'))).toEqual({ error: 'drawn' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await thread.render(job('fine'))).toEqual({ error: 'drawn' });
});

test('says why it did not start, without trying for each job again', async () => {
  const thread = threadOf('broken.mjs', "throw new Error('no font');");
  const first = await thread.render(job('fine'));
  expect(first).toEqual({ error: 'the renderer failed: no font' });
  expect(await thread.render(job('fine'))).toBe(first);
});

test('finds the worker from the package root it is given, or by itself', () => {
  const root = join(import.meta.dirname, '../../..');
  expect(workerFile(root)).toBe(join(root, 'src/diagram/render/worker.ts'));
  expect(workerFile()).toBe(workerFile(root));
  expect(() => workerFile(folder)).toThrow(/was not found/);
});
