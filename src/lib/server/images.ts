import { statSync } from 'node:fs';
import sharp from 'sharp';
import { catalogue, copyName, type Compiled } from '#lib/compiler/index.ts';
import type { Problem } from '#lib/story/index.ts';
import { allStories, story, StoryMistakes } from './stories';

const QUALITY = 80;

/** The addresses of all copies that the stories need: language, slug, and `harbour-800.webp`. */
export function imageEntries(): { lang: string; slug: string; file: string }[] {
	return allStories().flatMap(({ story: { lang, slug }, images }) =>
		images.flatMap((image) => image.widths.map((width) => ({ lang, slug, file: copyName(image, width) }))),
	);
}

/** Images that are broken behind their heads: each is decoded once, which takes a tenth of a second for a photo. */
export async function brokenImages(files: Compiled[]): Promise<Problem[]> {
	const paths = new Set(files.flatMap(({ images }) => images.map(({ path }) => path)));
	const found: Problem[] = [];
	for (const path of paths)
		await sharp(path, { failOn: 'error' })
			.stats()
			.catch((error: unknown) => found.push(brokenImage(path, error)));
	return found;
}

const copies = new Map<string, Promise<Buffer>>();

/**
 * One copy of an image of a story, as WebP; `undefined` where the story has none of that name.
 *
 * WebP alone: every browser that can draw the map shows it, and it saves a third of JPEG's bytes.
 *
 * @param file `harbour-800.webp`
 * @throws {StoryMistakes} if the image is broken behind its head
 */
export async function imageCopy(lang: string, slug: string, file: string): Promise<Buffer | undefined> {
	for (const image of story(lang, slug)?.images ?? []) {
		const width = image.widths.find((each) => copyName(image, each) === file);
		if (width !== undefined) return makeCopy(image.path, width);
	}
	return undefined;
}

/** Makes a copy once, as long as the original does not change: every language asks for the same ones. Throws {@link StoryMistakes}. */
export function makeCopy(path: string, width: number): Promise<Buffer> {
	const key = `${path} ${statSync(path).mtimeMs} ${width}`;
	const known = copies.get(key);
	if (known) return known;
	const copy = encode(path, width).catch((error: unknown) => {
		throw new StoryMistakes([brokenImage(path, error)]);
	});
	copies.set(key, copy);
	return copy;
}

/** Turned as the camera was held, in sRGB, without metadata: a photo may tell where its photographer lives. */
async function encode(path: string, width: number): Promise<Buffer> {
	const image = sharp(path, { failOn: 'error' }).autoOrient().resize({ width, withoutEnlargement: true });
	const [original, lossy] = await Promise.all([
		sharp(path).metadata(),
		image.clone().webp({ quality: QUALITY, effort: 5, smartSubsample: true }).toBuffer(),
	]);
	if (original.format !== 'png') return lossy;
	// Charts and screenshots: sharp letters, few colours, often smaller without loss.
	const lossless = await image.clone().webp({ lossless: true, effort: 5 }).toBuffer();
	return lossless.length <= lossy.length ? lossless : lossy;
}

function brokenImage(path: string, error: unknown): Problem {
	const told = (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ');
	const name = path.slice(path.lastIndexOf('/') + 1);
	return catalogue.imageBroken({ file: path, line: 1, column: 1 }, name, `it is damaged (${told})`);
}
