/** The pages of the manual, from the MDX files in content/guide. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

interface MdxModule {
  frontmatter: { title: string; description: string };
  default: AstroComponentFactory;
}

export interface GuidePage {
  /** Path below /guide/; undefined for its first page. */
  slug: string | undefined;
  title: string;
  description: string;
  Content: AstroComponentFactory;
}

export function guidePages(): GuidePage[] {
  const modules = import.meta.glob<MdxModule>('../../content/guide/*.mdx', { eager: true });
  return Object.entries(modules).map(([file, { frontmatter, default: Content }]) => {
    const name = file.replace(/^.*\//, '').replace(/\.mdx$/, '');
    return { slug: name === 'index' ? undefined : name, ...frontmatter, Content };
  });
}
