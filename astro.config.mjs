// @ts-check
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { wardbook } from './src/site/integration.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  ...(process.env.WARDBOOK_SITE ? { site: process.env.WARDBOOK_SITE } : {}),
  base: process.env.WARDBOOK_BASE ?? '/',
  outDir: process.env.WARDBOOK_OUT ?? './dist',
  integrations: [mdx(), wardbook()],
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
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
