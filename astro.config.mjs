// @ts-check
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { wardbook } from './src/site/integration.ts';

process.env.WARDBOOK_ROOT ??= fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  ...(process.env.WARDBOOK_SITE ? { site: process.env.WARDBOOK_SITE } : {}),
  base: process.env.WARDBOOK_BASE ?? '/',
  outDir: process.env.WARDBOOK_OUT ?? './dist',
  integrations: [mdx(), wardbook()],
  devToolbar: { enabled: false },
  // Shiki writes style attributes, which the policy below forbids.
  markdown: { syntaxHighlight: 'prism' },
  build: { inlineStylesheets: 'never' },
  // A small font or icon inlined as data: would be refused by the policy below.
  vite: { build: { assetsInlineLimit: 0 } },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      // Pagefind's index is read by WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
});
