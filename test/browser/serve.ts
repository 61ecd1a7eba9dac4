/** A plain static server on loopback, as simple as the hosts a build is made for. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface Served {
  origin: string;
  close(): Promise<void>;
}

/** @param base the path it is served under, such as `/` or `/x/` */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = decodeURIComponent(pathname.startsWith(base) ? pathname.slice(base.length) : '\0');
    const file = path.join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    const body =
      file.startsWith(folder) && !inside.includes('\0')
        ? await readFile(file).catch(() => undefined)
        : undefined;
    if (body === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
        .end(await readFile(path.join(folder, '404.html')).catch(() => ''));
      return;
    }
    response
      .writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
