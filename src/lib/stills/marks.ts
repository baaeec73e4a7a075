import type { Rect } from '#lib/geo/index.ts';
import * as labels from '#lib/labels/index.ts';
import { ANCHORS, placeName, setName, type Label } from './label';
import { short } from './outline';

const { dot: DOT } = labels.SIGNATURE;

/** Stills are narrow, and drawn when nobody waits. */
const PATIENCE = 60;

export interface MarkAt {
	name: string;
	x: number;
	y: number;
}

export interface PlacedMark {
	x: number;
	y: number;
	/** Absent where the picture has no room for the name. */
	named?: { leader: labels.Leader; label: Label };
	/** What it covers: dot and rule, and name. */
	boxes: Rect[];
}

/** The marks with their names where the live map has them, too: see {@link labels.placeMarks}. */
export function placeMarks(marks: MarkAt[], bounds: Rect, lines: Rect[], lang: string): PlacedMark[] {
	const names = marks.map(({ name }) => setName(name, 'mark', lang));
	const at = marks.map(({ x, y }, index) => ({ x, y, width: names[index]!.width }));
	return labels
		.placeMarks(at, { bounds, lines, patience: PATIENCE })
		.map(({ leader, name, rule, nameless }, index) => {
			const { x, y } = marks[index]!;
			if (nameless) return { x, y, boxes: rule.slice(0, 1) };
			const anchor = ANCHORS[leader.toward];
			const left = { start: name.left, end: name.right, middle: (name.left + name.right) / 2 }[anchor];
			const { label } = placeName(names[index]!, left, (name.top + name.bottom) / 2, anchor);
			return { x, y, named: { leader, label }, boxes: [...rule, name] };
		});
}

/** Dot and rule; the name is drawn with the other names. */
export function markSvg({ x, y, named }: PlacedMark): string {
	const corners = named?.leader.path.map(([dx, dy]) => `${short(x + dx)} ${short(y + dy)}`);
	const rule = (className: string) =>
		corners ? `<path class="${className}" d="M${corners.join('L')}"/>` : '';
	const dot = `cx="${short(x)}" cy="${short(y)}"`;
	return (
		`${rule('rule-halo')}<circle class="dot-halo" ${dot} r="${DOT + 1}"/>` +
		`${rule('rule')}<circle class="dot" ${dot} r="${DOT}"/>`
	);
}
