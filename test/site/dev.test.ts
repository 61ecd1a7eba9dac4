/** `wardbook dev`: what an author sees while editing, breaking, adding and removing files. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, TODAY } from './wardbook.ts';

const model = (name: string) => `wardbook: 1
name: ${name}
description: A small system.
zones: { net: { name: Net, trust: 0 }, app: { name: App, trust: 5 } }
elements:
  user: { type: external-entity, kind: end-user, name: User, zone: net }
  api: { type: process, kind: web-server, name: API, zone: app }
flows:
  ask: { from: user, to: api }
`;

let workspace = '';
let server: ChildProcess | undefined;
let origin = '';
let output = '';

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const file = (name: string) => path.join(workspace, 'threat-models', name);

async function page(address: string): Promise<{ status: number; html: string }> {
  const response = await fetch(origin + address).catch(() => undefined);
  return { status: response?.status ?? 0, html: (await response?.text()) ?? '' };
}

/** Asks again until the page is as wanted; shows the last answer and the server's output where it never is. */
async function until(
  address: string,
  wanted: (answer: { status: number; html: string }) => boolean,
): Promise<string> {
  const end = Date.now() + 40_000;
  let last = { status: 0, html: '' };
  while (Date.now() < end) {
    last = await page(address);
    if (wanted(last)) return last.html;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${address} stayed at ${last.status}\n${last.html.slice(0, 1500)}\n${output.slice(-3000)}`);
}

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'wardbook-dev-'));
  await mkdir(path.join(workspace, 'threat-models'));
  await writeFile(file('one.yaml'), model('First name'));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  server = spawn(
    process.execPath,
    [
      path.join(ROOT, 'src/cli/main.ts'),
      'dev',
      '--workspace',
      workspace,
      '--port',
      String(port),
      '--today',
      TODAY,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'development', VITEST: undefined },
    },
  );
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  await until('/systems/one/', ({ status, html }) => status === 200 && html.includes('First name'));
});

afterAll(async () => {
  server?.kill();
  await rm(workspace, { recursive: true, force: true });
});

test('an edit is on the page', async () => {
  await writeFile(file('one.yaml'), model('Second name'));
  await until('/systems/one/', ({ html }) => html.includes('Second name'));
});

test('a broken file keeps the last good model and shows every diagnostic', async () => {
  await writeFile(
    file('one.yaml'),
    model('Third name').replace('zone: app', 'zone: ap').replace('to: api', 'to: apy'),
  );
  const html = await until('/systems/one/', (answer) => answer.html.includes('there is no zone ap'));
  expect(html).toContain('there is no element apy');
  expect(html).toContain('threat-models/one.yaml:7');
  expect(html).toContain('Second name');
  await writeFile(file('one.yaml'), model('Third name'));
  const mended = await until('/systems/one/', (answer) => answer.html.includes('Third name'));
  expect(mended).not.toContain('there is no zone');
});

test('files that are added, renamed and removed are picked up', async () => {
  await writeFile(file('two.yaml'), model('Another system'));
  await until('/systems/two/', ({ status }) => status === 200);
  await rename(file('two.yaml'), file('three.yaml'));
  await until('/systems/three/', ({ status }) => status === 200);
  await until('/systems/two/', ({ status }) => status === 404);
  await rm(file('three.yaml'));
  await until('/systems/three/', ({ status }) => status === 404);
});

test('a rule of the workspace is laid over the catalogue at once', async () => {
  await mkdir(path.join(workspace, 'content/rules'), { recursive: true });
  await writeFile(
    path.join(workspace, 'content/rules/my-own-rule.yaml'),
    `id: my-own-rule
title: Do something odd to {element}
summary: s
question: q
ai: false
stride: [tampering]
applies: { to: process, where: { kind: web-server } }
dread: { damage: 5, reproducibility: 5, exploitability: 5, affected-users: 5, discoverability: 5 }
examples: { found: [{ name: n, model: {}, on: x }], clear: [{ name: n, model: {}, on: x }] }
`,
  );
  await until('/systems/one/threats/', ({ html }) => html.includes('Do something odd to API'));
});
