import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { countLines, widest, widthOf } from './count-lines';
import { hasClass, isElement } from './hast';
import { runsOf } from './inline-runs';
import { HAIRLINE, type Setting } from './setting';

/** In sizes of the table's own letters, see `slide-prose.css`. */
const TABLE = { size: 0.62, leading: { ltr: 1.35, rtl: 1.6 }, above: 0.4, beside: 0.9 };

/** The class of a table that is as narrow as the column only if words are broken. */
export const CROWDED = 'crowded';

/** How high a table stands: its columns share the width as CSS 2 (17.5.2.2) and browsers do it. */
export function setTable(table: Element, setting: Setting): number {
	const rows = rowsOf(table);
	const size = TABLE.size * setting.size;
	const leading = TABLE.leading[setting.dir];
	const { measure, dir } = setting;
	const crowded = hasClass(table, CROWDED);
	const cells = rows.map((row) =>
		row.map((cell) =>
			runsOf(cell.children, { face: cell.tagName === 'th' ? 'sans-bold' : 'sans', size, dir }),
		),
	);
	const count = Math.max(0, ...cells.map(({ length }) => length));
	const columns = Array.from({ length: count }, (_, index) => {
		const pad = index < count - 1 ? TABLE.beside * size : 0;
		const runs = cells.flatMap((row) => (row[index] ? [row[index]] : []));
		return {
			pad,
			least: pad + (crowded ? size : Math.max(0, ...runs.map((run) => widest(run, measure)))),
			most: pad + Math.max(0, ...runs.map((run) => widthOf(run, measure))),
		};
	});
	const widths = shared(columns, setting.column);
	return cells.reduce((height, row) => {
		const lines = row.map((runs, index) =>
			countLines(runs, Math.max(size, widths[index]! - columns[index]!.pad), measure),
		);
		return height + Math.max(1, ...lines) * leading * size + 2 * TABLE.above * size + HAIRLINE;
	}, 0);
}

/** Whether words must be broken so that the table is as narrow as the column. */
export function isCrowded(table: Element, { measure, dir, size: body, column }: Setting): boolean {
	const size = TABLE.size * body;
	const least: number[] = [];
	for (const row of rowsOf(table))
		row.forEach((cell, index) => {
			const runs = runsOf(cell.children, { face: 'sans-bold', size, dir });
			const pad = index < row.length - 1 ? TABLE.beside * size : 0;
			least[index] = Math.max(least[index] ?? 0, widest(runs, measure) * 1.03 + pad);
		});
	return least.reduce((sum, width) => sum + width, 0) > column;
}

function rowsOf(table: Element): Element[][] {
	const rows: Element[][] = [];
	visit(table, 'element', (node) => {
		if (node.tagName === 'tr') rows.push(node.children.filter((cell) => isElement(cell, 'th', 'td')));
	});
	return rows;
}

function shared(columns: { least: number; most: number }[], width: number): number[] {
	const least = columns.reduce((sum, column) => sum + column.least, 0);
	const most = columns.reduce((sum, column) => sum + column.most, 0);
	if (least >= width) return columns.map((column) => (column.least * width) / least);
	if (most <= width) return columns.map((column) => (column.most * width) / Math.max(most, 1e-6));
	const part = (width - least) / (most - least);
	return columns.map((column) => column.least + (column.most - column.least) * part);
}
