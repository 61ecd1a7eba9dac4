/** Every name under which something is known, for the search in the browser. */
import type { APIRoute } from 'astro';
import { loadSite } from '../../site/data.ts';
import { href } from '../../site/href.ts';
import { searchNames } from '../../views/search-names.ts';

export const GET: APIRoute = async () => {
  const pages = searchNames(await loadSite()).map((page) => ({ ...page, url: href(page.url) }));
  return new Response(JSON.stringify(pages));
};
