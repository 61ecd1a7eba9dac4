/** Builds the site once for all site and browser tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Ran, wardbook } from './wardbook.ts';

declare module 'vitest' {
  interface ProvidedContext {
    dist: string;
    build: Ran;
  }
}

export default async function buildOnce(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wardbook-site-'));
  const dist = path.join(folder, 'dist');
  const build = await wardbook('build', '--out', dist);
  if (build.code !== 0) throw new Error(`the site did not build:\n${build.stdout}\n${build.stderr}`);
  project.provide('dist', dist);
  project.provide('build', build);
  return () => rm(folder, { recursive: true, force: true });
}
