import type { Nodes } from 'mdast';
import type { At } from '../draft';

/** Where a node of Markdown begins. */
export function positionOf(node: Nodes, file: string): At {
	return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
