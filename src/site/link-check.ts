/** Checks every internal link and fragment of a built site against the files and ids that are there. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'htmlparser2';

interface PageLinks {
  ids: Set<string>;
  targets: string[];
}

const LINKING: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  script: 'src',
  source: 'src',
  form: 'action',
  use: 'href',
};

function scan(html: string): PageLinks {
  const page: PageLinks = { ids: new Set(), targets: [] };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (attributes['id']) page.ids.add(attributes['id']);
      const key = LINKING[name];
      const target = key ? attributes[key] : undefined;
      if (target !== undefined) page.targets.push(target);
      if (name === 'meta' && attributes['http-equiv'] === 'refresh')
        page.targets.push((attributes['content'] ?? '').replace(/^.*url=/i, ''));
    },
  });
  parser.write(html);
  parser.end();
  return page;
}

/**
 * @param folder the built site
 * @param base the base path it is served under, such as `/` or `/x/`
 * @returns how many internal links were checked, and a line for each dead one: `page → target`
 */
export async function checkLinks(folder: string, base: string): Promise<{ links: number; broken: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Set(
    entries
      .filter((e) => e.isFile())
      .map((e) => path.relative(folder, path.join(e.parentPath, e.name)).split(path.sep).join('/')),
  );
  const pages = new Map<string, PageLinks>();
  for (const file of [...files].filter((f) => f.endsWith('.html')).sort())
    pages.set(file, scan(await readFile(path.join(folder, file), 'utf8')));

  const origin = 'http://site.invalid';
  const prefix = base.endsWith('/') ? base : `${base}/`;
  let links = 0;
  const broken: string[] = [];
  for (const [file, { targets }] of pages) {
    const here = new URL(prefix + file.replace(/index\.html$/, ''), origin);
    for (const target of targets) {
      const url = URL.parse(target, here);
      if (!url) broken.push(`${file} → ${target} (not an address)`);
      if (!url || url.origin !== origin) continue;
      links++;
      const problem = problemOf(url, prefix, files, pages);
      if (problem) broken.push(`${file} → ${target} (${problem})`);
    }
  }
  return { links, broken: [...new Set(broken)] };
}

function problemOf(
  url: URL,
  prefix: string,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageLinks>,
): string | undefined {
  if (!url.pathname.startsWith(prefix))
    return url.pathname === prefix.slice(0, -1) ? undefined : 'outside the base path';
  const inside = decodeURIComponent(url.pathname.slice(prefix.length));
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  if (!files.has(file)) return 'no such page';
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment && !pages.get(file)?.ids.has(fragment)) return 'no such anchor';
  return undefined;
}
