/** The colours of the map, as theme.css names them. */
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
	'halo-water',
	'fill-accent',
] as const;

export type Palette = Record<(typeof TOKENS)[number], string>;

/** Reads the colours in force from the page, so that theme.css stays their only source. */
export function readPalette(element: Element): Palette {
	const style = getComputedStyle(element);
	return Object.fromEntries(
		TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]),
	) as Palette;
}

/** The colour with its opacity multiplied; MapLibre needs colours resolved, so `color-mix` cannot help. */
export function fade(color: string, factor: number): string {
	const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
	if (hex)
		return `rgb(${hex
			.slice(1)
			.map((pair) => parseInt(pair, 16))
			.join(' ')} / ${factor})`;
	const rgb = /^rgba?\(([^/)]+)\/\s*([\d.]+)\)$/.exec(color);
	return rgb ? `rgb(${rgb[1]!.trim()} / ${Number(rgb[2]) * factor})` : color;
}
