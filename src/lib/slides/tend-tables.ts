import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { hasClass } from './hast';
import { CROWDED, isCrowded } from './set-table';
import type { Setting } from './setting';

/**
 * Tables of a page scroll if they are wide; on a slide they are as narrow as the narrowest column, and need no focus and
 * no landmark for scrolling. Changes the tree.
 */
export function tendTables(root: Root, setting: Setting): void {
	visit(root, 'element', (node) => {
		if (node.tagName === 'table' && isCrowded(node, setting)) node.properties.className = [CROWDED];
		if (!hasClass(node, 'table')) return;
		delete node.properties.tabIndex;
		delete node.properties.role;
		delete node.properties.ariaLabel;
	});
}
