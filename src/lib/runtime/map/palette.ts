/** The colours, strengths and faces of the map, as theme.css names them. */
const TOKENS = [
	'paper',
	'ink',
	'accent',
	'second',
	'land',
	'water',
	'water-shore',
	'river',
	'border',
	'border-soft',
	'graticule',
	'label',
	'label-2',
	'label-water',
	'halo',
	'fill-accent',
	'relief-dark',
	'relief-light',
	'sans',
	'serif',
] as const;

export type Palette = Record<(typeof TOKENS)[number], string>;

/** Reads what is in force from the page, so that theme.css stays their only source. */
export function readPalette(element: Element): Palette {
	const style = getComputedStyle(element);
	return Object.fromEntries(
		TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]),
	) as Palette;
}

/**
 * The faces of map labels. MapLibre reads weight and slant out of the first name, which no font has, and takes the letters
 * from the second, the theme's first. The theme's others would be waited for as well, and those that stand for system fonts
 * fail where a system has none.
 */
export function mapFonts({ sans, serif }: Pick<Palette, 'sans' | 'serif'>) {
	const [upright, slanted] = [sans, serif].map((stack) => unquoted(stack.split(',')[0]!.trim())) as [
		string,
		string,
	];
	return {
		regular: ['Map Regular', upright],
		medium: ['Map Medium', upright],
		semibold: ['Map Semibold', upright],
		bold: ['Map Bold', upright],
		italic: ['Map Italic', slanted],
	};
}

export type MapFonts = ReturnType<typeof mapFonts>;

/** The name of a face as CSS has it, without quotes. */
export function unquoted(name: string): string {
	return name.replace(/^(['"])(.*)\1$/, '$2');
}

/**
 * The colour with its opacity multiplied. Takes what a theme and the build's minifier write: `#bc2c17`, `#bc2c1733`,
 * `#fff`, `rgb(188 44 23 / 0.2)`. MapLibre needs colours resolved, so `color-mix` cannot help.
 */
export function fade(color: string, factor: number): string {
	const hex = /^#([\da-f]{3,8})$/i.exec(color)?.[1];
	if (hex) {
		const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
		const [red, green, blue, alpha = 255] = digits.map((pair) => parseInt(pair, 16));
		return `rgb(${red} ${green} ${blue} / ${rounded((alpha / 255) * factor)})`;
	}
	const [, channels, alpha = '1'] = /^rgba?\(([^/)]+?)\s*(?:\/\s*([\d.]+)\s*)?\)$/.exec(color) ?? [];
	return channels ? `rgb(${channels} / ${rounded(Number(alpha) * factor)})` : color;
}

function rounded(alpha: number): number {
	return Math.round(alpha * 1000) / 1000;
}
