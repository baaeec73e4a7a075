import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Words } from './words';

/** Lets wide tables scroll by themselves, with a keyboard too, and turns the boxes of task lists into signs. */
export function tendTables(root: Root, { table }: Words): void {
	visit(root, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		if (node.tagName === 'input') {
			parent.children[index] = { type: 'text', value: node.properties.checked ? '☑' : '☐' };
			return undefined;
		}
		if (node.tagName !== 'table') return undefined;
		const heads = findAll(node, 'th');
		for (const head of heads) head.properties.scope = 'col';
		const named = heads.map(textOf).filter(Boolean);
		parent.children[index] = {
			type: 'element',
			tagName: 'div',
			properties: {
				className: ['table'],
				role: 'region',
				tabIndex: 0,
				ariaLabel: [table, named.join(', ')].filter(Boolean).join(': '),
			},
			children: [node],
		};
		return [SKIP, index + 1];
	});
}

function findAll(node: Element, tagName: string): Element[] {
	const found: Element[] = [];
	visit(node, 'element', (inner) => void (inner.tagName === tagName && found.push(inner)));
	return found;
}

function textOf(node: ElementContent): string {
	if (node.type === 'text') return node.value;
	return node.type === 'element' ? node.children.map(textOf).join('').trim() : '';
}
