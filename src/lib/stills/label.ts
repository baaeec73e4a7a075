import type { Rect } from '#lib/geo/index.ts';
import type { Toward } from '#lib/labels/index.ts';
import { escapeXml, lineWidth, wrapName, type Type } from './text';
import { short } from './outline';
import type { Names } from './world';

/** The classes of names, after LOOK.md. */
export type LabelStyle =
	'mark' | 'region' | 'country' | 'province' | 'city' | 'capital' | 'point' | 'sea' | 'river';

interface Style extends Type {
	caps: boolean;
	/** Longest line in letters before a name is broken in two. */
	wrapAt: number;
	css: string;
}

/** `css` holds what differs from the rule for all texts. */
export const STYLES: Record<LabelStyle, Style> = {
	mark: {
		size: 15,
		weight: 700,
		spacing: 0.085,
		caps: true,
		wrapAt: Infinity,
		css: 'fill:var(--ink);stroke-width:4px',
	},
	region: {
		size: 15,
		weight: 700,
		spacing: 0.16,
		caps: true,
		wrapAt: 16,
		css: 'fill:var(--ink);stroke-width:4px',
	},
	country: { size: 14, weight: 600, spacing: 0.2, caps: true, wrapAt: 14, css: 'fill:var(--label-2)' },
	province: { size: 12, weight: 500, spacing: 0.16, caps: true, wrapAt: 12, css: 'fill:var(--label-2)' },
	city: { size: 13.5, weight: 450, spacing: 0, caps: false, wrapAt: Infinity, css: 'fill:var(--label)' },
	capital: { size: 13.5, weight: 600, spacing: 0, caps: false, wrapAt: Infinity, css: 'fill:var(--label)' },
	point: { size: 13.5, weight: 600, spacing: 0, caps: false, wrapAt: Infinity, css: 'fill:var(--ink)' },
	sea: {
		size: 15,
		weight: 400,
		spacing: 0.02,
		caps: false,
		wrapAt: 10,
		css: 'font-family:var(--serif);font-style:italic;fill:var(--label-water);stroke:none',
	},
	river: {
		size: 13,
		weight: 400,
		spacing: 0.02,
		caps: false,
		wrapAt: Infinity,
		css: 'font-family:var(--serif);font-style:italic;fill:var(--label-water)',
	},
};

export type Anchor = 'start' | 'middle' | 'end';

/** How a name is set that stands on this side of its dot. */
export const ANCHORS: Record<Toward, Anchor> = {
	right: 'start',
	left: 'end',
	above: 'middle',
	below: 'middle',
};

export interface Label {
	lines: string[];
	style: LabelStyle;
	size: number;
	spacing: number;
	/** Token of the colour where it is not the style's own. */
	color?: string;
	/** The middle of the block's height, and of its width or one of its ends, px. */
	x: number;
	y: number;
	anchor: Anchor;
	/** Degrees clockwise. */
	angle?: number;
}

const LINE_HEIGHT = 1.16;

/** Letters of these scripts are joined: space between them would tear words apart. */
const JOINED =
	/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}]/u;

export interface TypeChoice {
	size?: number;
	spacing?: number;
}

/** A name set in its style, still without a place. */
export function setName(name: string, style: LabelStyle, lang: string, choice: TypeChoice = {}) {
	const { caps, wrapAt, size, spacing, weight } = STYLES[style];
	const lines = wrapName(caps ? upperCase(name, lang) : name, wrapAt);
	const tracking = JOINED.test(name) ? 0 : (choice.spacing ?? spacing);
	const type = { size: choice.size ?? size, spacing: tracking, weight };
	return {
		lines,
		style,
		size: type.size,
		spacing: type.spacing,
		width: Math.max(...lines.map((line) => lineWidth(line, type))),
		height: lines.length * type.size * LINE_HEIGHT,
	};
}

export type SetName = ReturnType<typeof setName>;

export function placeName(
	name: SetName,
	x: number,
	y: number,
	anchor: Anchor = 'middle',
): { label: Label; box: Rect } {
	const { lines, style, size, spacing } = name;
	return { label: { lines, style, size, spacing, x, y, anchor }, box: boxAt(name, x, y, anchor) };
}

export function boxAt({ width, height }: SetName, x: number, y: number, anchor: Anchor = 'middle'): Rect {
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

export function labelCss(): string {
	const shared =
		'text{font-family:var(--sans);text-anchor:middle;paint-order:stroke;stroke:var(--halo);stroke-width:3px;stroke-linejoin:round}';
	const classes = Object.entries(STYLES).map(([name, { size, weight, spacing, css }]) => {
		const tracking = spacing ? `;letter-spacing:${spacing}em` : '';
		return `.name-${name}{font-size:${size}px;font-weight:${weight}${tracking};${css}}`;
	});
	return shared + classes.join('');
}

export function labelSvg(label: Label): string {
	const { style, size, spacing, color, x, y, anchor, angle } = label;
	const own = STYLES[style];
	const css = [
		size === own.size ? '' : `font-size:${short(size)}px`,
		spacing === own.spacing ? '' : `letter-spacing:${spacing.toFixed(2)}em`,
		color ? `fill:var(--${color})` : '',
		anchor === 'middle' ? '' : `text-anchor:${anchor}`,
	].filter(Boolean);
	const styling = css.length ? ` style="${css.join(';')}"` : '';
	const turn = angle ? ` transform="rotate(${short(angle)} ${short(x)} ${short(y)})"` : '';
	// Tracking is added behind the last letter, too.
	const left = x + (anchor === 'middle' ? (size * spacing) / 2 : anchor === 'end' ? size * spacing : 0);
	const rows = baselines(label).map((row) => ({ text: escapeXml(row.text), y: row.y }));
	if (rows.length === 1)
		return `<text class="name-${style}" x="${short(left)}" y="${short(rows[0]!.y)}"${styling}${turn}>${rows[0]!.text}</text>`;
	const spans = rows.map((row) => `<tspan x="${short(left)}" y="${short(row.y)}">${row.text}</tspan>`);
	return `<text class="name-${style}"${styling}${turn}>${spans.join('')}</text>`;
}

/** The lines of a name and the heights they stand on, px. Capitals have no descenders. */
export function baselines({ lines, style, size, y }: Label): { text: string; y: number }[] {
	const first = y + size * (STYLES[style].caps ? 0.36 : 0.32) - ((lines.length - 1) * size * LINE_HEIGHT) / 2;
	return lines.map((text, i) => ({ text, y: first + i * size * LINE_HEIGHT }));
}

/** `ß` has a capital, which readers of names expect. */
function upperCase(name: string, lang: string): string {
	return name.replace(/ß/g, 'ẞ').toLocaleUpperCase(lang);
}

/** The name in a language, in its base language, in English, or in any. */
export function nameIn(names: Names, lang: string): string {
	return names[lang] ?? names[lang.split('-')[0]!] ?? names['en'] ?? Object.values(names)[0] ?? '';
}
