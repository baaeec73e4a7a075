import type { Element } from 'hast';
import { isElement } from './hast';
import { heightOfParagraph, type Setting } from './setting';

/** Pictures as `slide-prose.css` sets them: over the column, yet never so high that no words stand beside them. */
const PICTURE = { highest: 9, least: 6, gap: 0.75 };
const CAPTION = { size: 0.58, leading: { ltr: 1.35, rtl: 1.6 }, above: 0.5 };

/** How high a picture stands with its caption. */
export function setPicture(figure: Element, setting: Setting): number {
	let height = 0;
	for (const node of figure.children) {
		if (isElement(node, 'img')) height += heightOfImage(node, setting.column);
		if (isElement(node, 'figcaption')) height += heightOfCaption(node, setting);
	}
	return height;
}

/** How high several stand in rows. */
export function setPictures(node: Element, setting: Setting): number {
	const figures = node.children.filter((child) => isElement(child, 'figure'));
	const { least, gap } = PICTURE;
	const across = Math.max(1, Math.floor((setting.column + gap) / (least + gap)));
	const count = Math.min(across, Math.max(1, figures.length));
	const column = (setting.column - (count - 1) * gap) / count;
	let height = 0;
	for (let start = 0; start < figures.length; start += count) {
		const row = figures.slice(start, start + count);
		height += Math.max(...row.map((figure) => setPicture(figure, { ...setting, column })));
		if (start > 0) height += gap;
	}
	return height;
}

function heightOfImage({ properties: { width, height } }: Element, column: number): number {
	const ratio = Number(height) / Number(width);
	return Math.min(PICTURE.highest, column * (Number.isFinite(ratio) ? ratio : 1));
}

function heightOfCaption(node: Element, setting: Setting): number {
	const size = CAPTION.size * setting.size;
	const inner: Setting = { ...setting, size, face: 'sans', leading: CAPTION.leading[setting.dir] };
	return heightOfParagraph(node.children, inner) + CAPTION.above * size;
}
