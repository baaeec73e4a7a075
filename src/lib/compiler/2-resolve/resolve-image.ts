import { nearest } from '#lib/gazetteer/index.ts';
import type { Problem } from '#lib/story/index.ts';
import type { At } from '../draft';
import { problems } from '../problems';
import { slugify } from '../slug';

/** What is known of an image file without showing it. */
export interface ImageFacts {
	bytes: number;
	/** `jpeg`, `png`, `webp`, or what else it is; absent where the bytes are those of no image. */
	format?: string;
	/** Pixels as it is shown, after it was turned. 0 where they could not be read. */
	width: number;
	height: number;
	/** The file ends before the image does. */
	cut?: boolean;
}

/** An image that a story shows, and the copies of it that readers get. */
export interface StoryImage {
	/** The author's file. */
	path: string;
	/** The beginning of the copies' addresses: `harbour` in `images/harbour-800.webp`. */
	slug: string;
	/** Of the copies, in pixels, the narrowest first. None is wider than the original. */
	widths: number[];
	/** Of the widest copy, in pixels. */
	width: number;
	height: number;
}

/** The file name of one copy of an image, below `images/`. */
export function copyName({ slug }: Pick<StoryImage, 'slug'>, width: number): string {
	return `${slug}-${width}.webp`;
}

/** The image files of a story, by name. */
export type ImageFiles = Map<string, { path: string; slug: string; facts: ImageFacts }>;

/** The column beside the map is about 400 px wide, a phone's or tablet's at most 600; screens have one to three pixels each. */
const WIDTHS = [480, 800, 1200];

/** Photos from a camera fit in; what is larger slows every build. MB of 1024 × 1024 bytes. */
const MOST_MEGABYTES = 20;

const FORMATS = ['jpeg', 'png', 'webp'];

/** Why these formats are refused; others are simply not shown by every browser. */
const REFUSED: Record<string, string> = {
	svg: 'which may hold scripts, and looks different where its fonts are missing',
	gif: 'which moves without being asked, and has few colours',
};

/** Gives every image file of a story its address, the same for all languages. */
export function imageFiles(images: Record<string, ImageFacts>): ImageFiles {
	const taken = new Set<string>();
	return new Map(
		Object.entries(images)
			.map(([path, facts]) => ({ path, facts, name: path.slice(path.lastIndexOf('/') + 1) }))
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map(({ path, facts, name }) => [name, { path, facts, slug: freeSlug(name, taken) }]),
	);
}

function freeSlug(name: string, taken: Set<string>): string {
	const stem = slugify(name.replace(/\.[^.]*$/, '')) || 'image';
	let slug = stem;
	for (let n = 2; taken.has(slug); n++) slug = `${stem}-${n}`;
	taken.add(slug);
	return slug;
}

/**
 * Looks an image up. What is not there or cannot be shown is reported.
 *
 * @param address as it is written: `harbour.jpg`
 */
export function resolveImage(
	address: string,
	at: At,
	files: ImageFiles,
	report: (problem: Problem) => void,
): StoryImage | undefined {
	const name = decode(address).replace(/^\.\//, '');
	if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(address))
		return void report(problems.imageRemote(at, shorten(address)));
	const file = files.get(name);
	if (!file) {
		const names = [...files.keys()];
		const last = name.slice(name.lastIndexOf('/') + 1);
		return void report(problems.imageMissing(at, name, nearest(last, names)[0], names));
	}
	const { path, slug, facts } = file;
	const problem = problemOf(at, name, facts);
	if (problem) return void report(problem);
	const widths = WIDTHS.filter((width) => width < facts.width);
	const widest = Math.min(facts.width, WIDTHS.at(-1)!);
	if (widths.at(-1) !== widest) widths.push(widest);
	return {
		path,
		slug,
		widths,
		width: widest,
		height: Math.max(1, Math.round((facts.height * widest) / facts.width)),
	};
}

function problemOf(
	at: At,
	name: string,
	{ bytes, format, width, height, cut }: ImageFacts,
): Problem | undefined {
	const megabytes = Math.ceil(bytes / 1024 / 1024);
	if (bytes === 0) return problems.imageBroken(at, name, 'it is empty');
	if (!format) return problems.imageBroken(at, name, 'its first bytes are those of no image');
	if (!FORMATS.includes(format))
		return problems.imageFormat(
			at,
			name,
			format.toUpperCase(),
			REFUSED[format] ?? 'which not every browser shows',
		);
	if (megabytes > MOST_MEGABYTES) return problems.imageLarge(at, name, megabytes, MOST_MEGABYTES);
	if (cut) return problems.imageBroken(at, name, 'the file ends in the middle of it');
	return width > 0 && height > 0
		? undefined
		: problems.imageBroken(at, name, 'it does not say how wide it is');
}

function shorten(address: string): string {
	return address.length > 60 ? `${address.slice(0, 59)}…` : address;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
