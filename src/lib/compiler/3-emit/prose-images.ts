import type { Element, ElementContent } from 'hast';
import type { Definition, Image, ImageReference, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Problem } from '#lib/story/index.ts';
import { isImage, isOfImages } from '../1-parse/check-prose';
import { positionOf } from '../1-parse/position-of';
import type { At } from '../draft';
import { problems } from '../problems';
import { copyName, type StoryImage } from '../2-resolve/resolve-image';

export interface ImageContext {
	file: string;
	/** The definition of `![words][harbour]`. */
	definitionOf: (reference: ImageReference) => Definition | undefined;
	resolveImage: (address: string, at: At) => StoryImage | undefined;
	report: (problem: Problem) => void;
}

/** An image, and what its author says of it. */
interface Picture {
	image: StoryImage;
	alt: string;
	caption: string;
	credit: string;
}

/** Where the copies lie, seen from the story's page. */
const FOLDER = 'images/';

/** The copy for browsers that do not choose one. CSS px. */
const USUAL_WIDTH = 800;

/** How wide the column of text is, which the page's layout knows and the browser must know before it has it: see `theme.css`. */
const COLUMN: readonly [condition: string, length: number, unit: string][] = [
	['(min-width: 900px)', 24.8, 'rem'],
	['(min-width: 480px) and (orientation: landscape)', 38, 'vw'],
	['(min-width: 42rem)', 38, 'rem'],
	['', 92, 'vw'],
];

/** Turns each paragraph of images into a figure, or into a row of figures. Images that cannot be shown are left out. */
export function frameImages(root: Root, context: ImageContext): void {
	visit(root, 'paragraph', (node: Paragraph) => {
		if (!isOfImages(node)) return;
		const pictures = node.children.filter(isImage).flatMap((image) => readPicture(image, context) ?? []);
		node.children = [];
		const [only] = pictures;
		if (!only) {
			node.data = { hName: 'div' };
			return;
		}
		const figures = pictures.map((picture) => figure(picture, pictures.length));
		node.data =
			figures.length === 1
				? { hName: 'figure', hProperties: figures[0]!.properties, hChildren: figures[0]!.children }
				: { hName: 'div', hProperties: { className: ['images'] }, hChildren: figures };
	});
	visit(root, (node, index, parent) => {
		if (isImage(node) && parent && index !== undefined) parent.children.splice(index, 1);
		return isImage(node) ? index : undefined;
	});
}

function readPicture(node: Image | ImageReference, context: ImageContext): Picture | undefined {
	const at = positionOf(node, context.file);
	const source = node.type === 'image' ? node : context.definitionOf(node);
	if (!source) return undefined;
	const alt = (node.alt ?? '').trim();
	const name = source.url.slice(source.url.lastIndexOf('/') + 1);
	const image = context.resolveImage(source.url, at);
	if (alt === '' || alt.toLowerCase() === name.toLowerCase()) context.report(problems.imageAlt(at, name));
	return image && { image, alt, ...readTitle(source.title ?? '') };
}

/** `The harbour at dawn | Photo: A. Lovelace`. */
function readTitle(title: string): Pick<Picture, 'caption' | 'credit'> {
	const bar = title.lastIndexOf('|');
	if (bar < 0) return { caption: title.trim(), credit: '' };
	return { caption: title.slice(0, bar).trim(), credit: title.slice(bar + 1).trim() };
}

/** @param count how many stand side by side */
function figure({ image, alt, caption, credit }: Picture, count: number): Element {
	const { widths, width, height } = image;
	const address = (copy: number) => `${FOLDER}${encodeURIComponent(copyName(image, copy))}`;
	const usual = widths.filter((copy) => copy <= USUAL_WIDTH).at(-1) ?? widths[0]!;
	const words: ElementContent[] = [];
	if (caption) words.push({ type: 'text', value: credit ? `${caption} ` : caption });
	if (credit) words.push(element('span', { className: ['credit'] }, [{ type: 'text', value: credit }]));
	const img = element('img', {
		src: address(usual),
		srcSet: widths.map((copy) => `${address(copy)} ${copy}w`).join(', '),
		sizes: sizes(count),
		width,
		height,
		alt,
		loading: 'lazy',
		decoding: 'async',
	});
	return element('figure', { className: height > width ? ['image', 'portrait'] : ['image'] }, [
		img,
		...(words.length ? [element('figcaption', {}, words)] : []),
	]);
}

function sizes(count: number): string {
	return COLUMN.map(([condition, length, unit]) =>
		`${condition} ${Math.round((10 * length) / count) / 10}${unit}`.trim(),
	).join(', ');
}

function element(
	tagName: string,
	properties: Element['properties'],
	children: ElementContent[] = [],
): Element {
	return { type: 'element', tagName, properties, children };
}
