import { gzipSync } from 'node:zlib';
import { encode } from 'cborg';
import { expect, test } from 'vitest';
import { canonical, type IndexFile } from './search-canonical.ts';

const zipped = (value: unknown) => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encode(value)]));

/** An index as Pagefind writes it, with its maps in the order given. */
function index(order: 1 | -1): IndexFile[] {
  const turn = <T>(list: T[]) => (order === 1 ? list : list.toReversed());
  const hash = (name: string) => `en_${name.repeat(7)}`;
  const meta = [
    '1.5.2',
    [['en_0000001', 9]],
    [],
    turn([
      ['kind', hash(order === 1 ? 'a' : 'b')],
      ['system', hash('c')],
    ]),
    turn([
      ['score', [1]],
      ['title', [2]],
    ]),
    ['title'],
  ];
  return turn([
    {
      path: `filter/${hash(order === 1 ? 'a' : 'b')}.pf_filter`,
      content: zipped([
        'kind',
        turn([
          ['Rule', [1, 2]],
          ['Finding', [3]],
        ]),
      ]),
    },
    {
      path: `filter/${hash('c')}.pf_filter`,
      content: zipped([
        'system',
        turn([
          ['A', [1]],
          ['B', [2]],
        ]),
      ]),
    },
    { path: `pagefind.en_${order === 1 ? '1' : '2'}23456789a.pf_meta`, content: zipped(meta) },
    {
      path: 'pagefind-entry.json',
      content: Buffer.from(
        JSON.stringify({
          version: '1.5.2',
          languages: { en: { hash: `en_${order === 1 ? '1' : '2'}23456789a`, wasm: 'en' } },
        }),
      ),
    },
    { path: 'wasm.en.pagefind', content: Buffer.from('wasm') },
  ]);
}

test('the order of maps leaves no trace, in names or in bytes', () => {
  const plain = (files: IndexFile[]) => files.map((f) => [f.path, Buffer.from(f.content).toString('base64')]);
  expect(plain(canonical(index(-1)))).toEqual(plain(canonical(index(1))));
});

test('the entry names the meta file, and the meta file the filters', () => {
  const files = canonical(index(1)).map((f) => f.path);
  const entry = JSON.parse(
    Buffer.from(canonical(index(1)).find((f) => f.path === 'pagefind-entry.json')?.content ?? '').toString(),
  );
  expect(files).toContain(`pagefind.${entry.languages.en.hash}.pf_meta`);
  expect(files.filter((f) => /^filter\/en_[0-9a-f]{7}\.pf_filter$/.test(f))).toHaveLength(2);
});

test('another form of the files is refused', () => {
  expect(() => canonical([{ path: 'filter/en_1.pf_filter', content: gzipSync('something else') }])).toThrow(
    /not supported/,
  );
});
