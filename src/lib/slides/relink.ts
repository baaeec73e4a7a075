import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { hasClass } from './hast';

export interface RelinkOptions {
	/** The way from the slides' page to the story's, `../`. */
	toStory: string;
	/** The ids of all slides. */
	slides: ReadonlySet<string>;
	/** The slides are only looked at: no link leads anywhere, and nothing has an id, since a part may stand there twice. */
	preview?: boolean;
}

/** How wide a picture stands on a slide, and each of several side by side. See `frames.ts`. */
const SIZES = '(min-aspect-ratio: 1) 38vw, 90vw';
const SIZES_BESIDE = '(min-aspect-ratio: 1) 19vw, 45vw';

/**
 * Leads links and pictures, which are relative to the story's page, to the same from the page of its slides. Changes the
 * tree.
 */
export function relink(root: Root, options: RelinkOptions): void {
	visit(root, 'element', (node) => {
		const { properties } = node;
		if (options.preview) {
			delete properties.id;
			delete properties.href;
			delete properties.ariaDescribedBy;
		}
		if (node.tagName === 'a' && typeof properties.href === 'string')
			properties.href = hrefOf(properties.href, options);
		if (node.tagName === 'img') relinkImage(node, options);
	});
	visit(root, 'element', (node) => {
		if (!hasClass(node, 'images')) return;
		visit(node, { tagName: 'img' }, (image: Element) => void (image.properties.sizes = SIZES_BESIDE));
	});
}

function relinkImage({ properties }: Element, { toStory }: RelinkOptions): void {
	const { src, srcSet } = properties;
	if (typeof src === 'string' && isRelative(src)) properties.src = toStory + src;
	if (!srcSet) return;
	const copies = Array.isArray(srcSet) ? srcSet.map(String) : String(srcSet).split(/,\s+/);
	properties.srcSet = copies
		.map((copy) => copy.trim())
		.filter(Boolean)
		.map((copy) => (isRelative(copy) ? toStory + copy : copy))
		.join(', ');
	properties.sizes = SIZES;
}

function hrefOf(href: string, { toStory, slides }: RelinkOptions): string {
	if (!href.startsWith('#')) return isRelative(href) ? toStory + href : href;
	const id = decode(href.slice(1));
	if (slides.has(id)) return `#/${href.slice(1)}`;
	return id.includes('--fn') ? href : toStory + href;
}

/** Not of another site, and not from the root of this one. */
function isRelative(address: string): boolean {
	return !/^([a-z][a-z0-9+.-]*:|\/)/i.test(address);
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
