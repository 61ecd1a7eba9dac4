/** Addresses as they stand in a page: with the base path in front. */

/** Puts the base path before an internal path; fragments and addresses of other sites stay as they are. */
export const withBase = (base: string, path: string): string =>
  path.startsWith('/') ? base.replace(/\/$/, '') + path : path;

/** Set by `integration.ts` when the site is built. */
declare const WARDBOOK_BASE_PATH: string;

/** `withBase` for this build. The paths themselves come from `views/paths.ts`, slash at the end included. */
export const href = (path: string): string => withBase(WARDBOOK_BASE_PATH, path);
