import type { Element, ElementContent } from 'hast';
import { SET } from './frames';
import { hasClass, isElement, isHeading, stretches } from './hast';
import { setPicture, setPictures } from './set-pictures';
import { setTable } from './set-table';
import { HAIRLINE, heightOfParagraph, RULE, type Setting } from './setting';

/** A block's height, and the room that it keeps above and below. */
export interface Box {
	height: number;
	above: number;
	below: number;
}

/** In sizes of the block's own letters; the numbers are those of `slide-prose.css` and `prose.css`. */
const BLOCK = {
	margin: 0.6,
	heading: { size: 1.1, leading: { ltr: 1.25, rtl: 1.3 }, above: 0.7, below: 0.3 },
	list: { indent: 1.25, tasks: 1.5, gap: 0.25 },
	quotation: { size: 1.06, indent: 1.1 },
	code: { size: 0.6, leading: 1.4, padding: 0.6 },
	notes: { size: 0.58, leading: { ltr: 1.4, rtl: 1.6 }, above: 1.2, padding: 0.6, indent: 1.5, gap: 0.4 },
};

/** How high these blocks stand in their column, without room above the first and below the last. */
export function heightOf(nodes: ElementContent[], setting: Setting, gap: number = SET.gap): number {
	let height = 0;
	let below = 0;
	let first = true;
	let afterParagraph = false;
	for (const stretch of stretches(nodes)) {
		const box = Array.isArray(stretch) ? setParagraph(stretch, setting) : setBlock(stretch, setting);
		const paragraph = !Array.isArray(stretch) && stretch.tagName === 'p';
		const above = paragraph && afterParagraph ? gap * setting.size : box.above;
		height += (first ? 0 : Math.max(below, above)) + box.height;
		below = box.below;
		first = false;
		afterParagraph = paragraph;
	}
	return height;
}

function setBlock(node: Element, setting: Setting): Box {
	if (isHeading(node)) return setHeading(node, setting);
	const margin = BLOCK.margin * setting.size;
	const standing = (height: number): Box => ({ height, above: margin, below: margin });
	switch (node.tagName) {
		case 'p':
			return setParagraph(node.children, setting);
		case 'ul':
		case 'ol':
			return standing(setList(node, setting));
		case 'blockquote': {
			const size = BLOCK.quotation.size * setting.size;
			const face = setting.dir === 'ltr' ? 'italic' : setting.face;
			const column = setting.column - BLOCK.quotation.indent * size - RULE;
			const height = heightOf(node.children, { ...setting, size, face, column });
			return { height, above: BLOCK.margin * size, below: BLOCK.margin * size };
		}
		case 'pre':
			return setCode(node, setting);
		case 'table':
			return standing(setTable(node, setting));
		case 'figure':
			return standing(setPicture(node, setting));
		case 'hr':
			return standing(RULE);
		case 'section':
			return setNotes(node, setting);
		case 'div': {
			if (hasClass(node, 'images')) return standing(setPictures(node, setting));
			if (hasClass(node, 'table')) return standing(heightOf(node.children, setting));
			break;
		}
	}
	return { height: heightOf(node.children, setting), above: 0, below: 0 };
}

function setParagraph(nodes: ElementContent[], setting: Setting): Box {
	return { height: heightOfParagraph(nodes, setting), above: 0, below: 0 };
}

function setHeading(node: Element, setting: Setting): Box {
	const { leading, above, below } = BLOCK.heading;
	const size = BLOCK.heading.size * setting.size;
	const inner: Setting = { ...setting, size, face: 'bold', leading: leading[setting.dir] };
	return { ...setParagraph(node.children, inner), above: above * size, below: below * size };
}

function setList(node: Element, setting: Setting, indent?: number): number {
	const tasks = hasClass(node, 'contains-task-list');
	const { list } = BLOCK;
	const column = setting.column - (indent ?? (tasks ? list.tasks : list.indent)) * setting.size;
	const items = node.children.filter((child) => isElement(child, 'li'));
	const heights = items.map((item) => heightOf(item.children, { ...setting, column }));
	return sum(heights) + Math.max(0, items.length - 1) * list.gap * setting.size;
}

function setCode(node: Element, setting: Setting): Box {
	const size = BLOCK.code.size * setting.size;
	const column = setting.column - 2 * BLOCK.code.padding * size - 2 * HAIRLINE;
	const inner: Setting = { ...setting, size, face: 'code', leading: BLOCK.code.leading, column };
	const { height } = setParagraph(node.children, inner);
	const margin = BLOCK.margin * size;
	return { height: height + 2 * BLOCK.code.padding * size + 2 * HAIRLINE, above: margin, below: margin };
}

function setNotes(node: Element, setting: Setting): Box {
	const { size: scale, leading, above, padding, indent, gap } = BLOCK.notes;
	const size = scale * setting.size;
	const inner: Setting = { ...setting, size, face: 'sans', leading: leading[setting.dir] };
	const items = node.children
		.filter((child) => isElement(child, 'ol'))
		.flatMap(({ children }) => children.filter((child) => isElement(child, 'li')));
	const column = setting.column - indent * size;
	const height =
		sum(items.map((item) => heightOf(item.children, { ...inner, column }, gap))) +
		Math.max(0, items.length - 1) * BLOCK.list.gap * size;
	return { height: height + padding * size + HAIRLINE, above: above * size, below: 0 };
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
