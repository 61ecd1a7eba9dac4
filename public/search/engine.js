// Hands Pagefind to the page. It is a module of its own, loaded by a script element: an import() of it inside a
// bundled script breaks in the build.
import * as pagefind from '../pagefind/pagefind.js';

globalThis.wardbookSearch = pagefind;
