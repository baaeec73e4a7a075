import { readdirSync, readFileSync } from 'node:fs';
import type { ImageFacts } from '#lib/compiler/index.ts';
import { readImageHeader } from './image-header';

/** What people take for images; the compiler says which of them a story takes over. */
const IMAGE = /\.(jpe?g|png|webp|gif|svgz?|avif|hei[cf]|tiff?|bmp|jxl)$/i;

/** The image files of a folder. */
export function imagePaths(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => IMAGE.test(name))
		.map((name) => `${folder}/${name}`)
		.sort();
}

/** What is known of image files, by path. */
export function imageFactsOf(paths: string[]): Record<string, ImageFacts> {
	return Object.fromEntries(paths.map((path) => [path, readImageHeader(readFileSync(path))]));
}
