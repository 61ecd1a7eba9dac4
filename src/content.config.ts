/** The one collection of the site: the workspace, loaded by our own loader. */
import { defineCollection } from 'astro:content';
import { workspaceLoader } from './site/loader.ts';

export const collections = { workspace: defineCollection({ loader: workspaceLoader() }) };
