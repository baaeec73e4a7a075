import type { Element, ElementContent } from 'hast';
import type { Atoms } from './atoms';
import { isBlank, isElement } from './hast';

/** What is a piece of something that began in a part before. */
export const CONTINUED = 'continued';

/**
 * The atoms from one up to another as blocks of their own: lists go on counting, the head of a table is repeated, and no
 * id stands twice. Blocks that are whole are the very nodes of the step.
 */
export function slice({ nodes, atomOf }: Atoms, from: number, to: number): ElementContent[] {
	const span = new Map<ElementContent, { first: number; last: number }>();
	const spanOf = (node: ElementContent): { first: number; last: number } => {
		const known = span.get(node);
		if (known) return known;
		const atom = atomOf.get(node);
		let found = { first: Infinity, last: -Infinity };
		if (atom !== undefined) found = { first: atom, last: atom };
		else if (node.type === 'element')
			for (const child of node.children) {
				const { first, last } = spanOf(child);
				found = { first: Math.min(found.first, first), last: Math.max(found.last, last) };
			}
		span.set(node, found);
		return found;
	};

	const within = (node: ElementContent): ElementContent[] => {
		const { first, last } = spanOf(node);
		if (last < from || first >= to) return [];
		if ((first >= from && last < to) || node.type !== 'element') return [node];
		return [pieceOf(node, first < from)];
	};

	function pieceOf(node: Element, continued: boolean): Element {
		const properties = { ...node.properties };
		if (continued) {
			delete properties.id;
			delete properties.ariaLabel;
			if (isElement(node, 'li', 'table')) properties.className = [...classesOf(node), CONTINUED];
			if (isElement(node, 'ol')) properties.start = numberOfFirst(node);
		}
		if (isElement(node, 'table'))
			return {
				...node,
				properties,
				children: node.children.flatMap((child) => (isElement(child, 'thead') ? [child] : within(child))),
			};
		if (isElement(node, 'tr'))
			return { ...node, properties, children: node.children.flatMap((cell) => cellWithin(cell)) };
		return { ...node, properties, children: node.children.flatMap(within) };
	}

	/** A row keeps its columns. */
	function cellWithin(cell: ElementContent): ElementContent[] {
		if (cell.type !== 'element') return [];
		const [piece] = within(cell);
		return [piece ?? { ...cell, children: [] }];
	}

	function numberOfFirst(list: Element): number {
		const items = list.children.filter((child) => isElement(child, 'li'));
		const first = items.findIndex((item) => spanOf(item).last >= from);
		return Number(list.properties.start ?? 1) + Math.max(0, first);
	}

	return withoutEdges(nodes.flatMap(within));
}

function classesOf({ properties: { className } }: Element): string[] {
	return Array.isArray(className) ? className.map(String) : [];
}

/** A rule separates what stands on one part; at its edges there is nothing to separate. */
function withoutEdges(nodes: ElementContent[]): ElementContent[] {
	const parts = (node: ElementContent) => isBlank(node) || isElement(node, 'hr');
	const first = nodes.findIndex((node) => !parts(node));
	const last = nodes.findLastIndex((node) => !parts(node));
	return first < 0 ? [] : nodes.slice(first, last + 1);
}
