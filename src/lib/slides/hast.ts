import type { Element, ElementContent, Nodes, Text } from 'hast';

const BLOCKS = new Set([
	...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'div', 'table'],
	...[
		'thead',
		'tbody',
		'tr',
		'th',
		'td',
		'figure',
		'figcaption',
		'section',
		'hr',
		'dl',
		'dt',
		'dd',
		'details',
	],
]);

export function isElement(node: Element, ...tags: string[]): boolean;
export function isElement(node: Nodes, ...tags: string[]): node is Element;
export function isElement(node: Nodes, ...tags: string[]): boolean {
	return node.type === 'element' && (tags.length === 0 || tags.includes(node.tagName));
}

export function isBlock(node: Nodes): node is Element {
	return isElement(node) && BLOCKS.has(node.tagName);
}

export function isHeading(node: Nodes): boolean {
	return isElement(node, 'h3', 'h4', 'h5', 'h6');
}

/** Nothing between blocks but the line break of the source. */
export function isBlank(node: Nodes): boolean {
	return node.type === 'text' ? !/[^ \t\n\r\f]/.test(node.value) : node.type === 'comment';
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
	return Array.isArray(className) && className.includes(name);
}

export function textOf(node: Nodes): string {
	if (node.type === 'text') return node.value;
	return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function text(value: string): Text {
	return { type: 'text', value };
}

export function element(
	tagName: string,
	properties: Element['properties'],
	children: ElementContent[] = [],
): Element {
	return { type: 'element', tagName, properties, children };
}

/** Children in stretches: a block each, and all that stands between blocks as text. */
export function stretches(nodes: ElementContent[]): (Element | ElementContent[])[] {
	const found: (Element | ElementContent[])[] = [];
	for (const node of nodes) {
		const last = found.at(-1);
		if (isBlock(node)) found.push(node);
		else if (Array.isArray(last)) last.push(node);
		else if (!isBlank(node)) found.push([node]);
	}
	return found;
}
