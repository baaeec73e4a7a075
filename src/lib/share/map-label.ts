import { baselines, STYLES, type Label } from '#lib/stills/index.ts';
import type { Typesetter } from './typesetter';

/** A map's name as outlines; nothing where the faces lack one of its letters. */
export function mapLabel(label: Label, typeset: Typesetter): string {
	const { style, size, spacing, color, x, y, anchor, angle } = label;
	const face = style === 'sea' || style === 'river' ? 'serif-italic' : 'sans';
	const rows = baselines(label).map((row) => ({
		y: row.y,
		line: typeset(row.text, { face, size, spacing, weight: STYLES[style].weight }),
	}));
	if (rows.some(({ line }) => line === null)) return '';
	const paths = rows.map(({ y, line }) => {
		const start = x - (anchor === 'start' ? 0 : anchor === 'end' ? line!.width : line!.width / 2);
		return `<path transform="translate(${start.toFixed(1)} ${y.toFixed(1)})" d="${line!.path}"/>`;
	});
	const fill = color ? ` style="fill:var(--${color})"` : '';
	const turn = angle ? ` transform="rotate(${angle.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)})"` : '';
	return `<g class="set name-${style}"${fill}${turn}>${paths.join('')}</g>`;
}
