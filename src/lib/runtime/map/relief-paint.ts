import type { LayerSpecification } from './maplibre';
import type { Palette } from './palette';

/** Grey of a plain in the archive, 0…1, as `basemap.json` says. */
export const PLAIN = 0.75;

/** What red, green and blue of a plain have more or less than that, of 255. */
export const TINT: Color = [9, -1, -20];

type Color = [red: number, green: number, blue: number];
type Strength = Pick<Palette, 'land' | 'relief-dark' | 'relief-light'>;
type ReliefPaint = NonNullable<Extract<LayerSpecification, { type: 'raster' }>['paint']>;

/**
 * How shaded land is painted: the archive's greys are moved so that a plain has the lightness of the theme's land, and
 * slopes are as much darker and lighter as the theme wants; their hue is turned to that of the land. Null where it wants none, as in high contrast.
 */
export function reliefPaint({
	land,
	'relief-dark': dark,
	'relief-light': light,
}: Strength): ReliefPaint | null {
	const [shadow, shine] = [Number(dark) || 0, Number(light) || 0];
	const opacity = Math.max(shadow, shine);
	if (opacity === 0) return null;
	const color = channels(land);
	const plain = lightness(color);
	const darkest = (plain * (opacity - shadow)) / opacity;
	const lightest = (plain * (opacity - shine) + shine) / opacity;
	const slope = Math.sqrt(((plain - darkest) / PLAIN) * ((lightest - plain) / (1 - PLAIN)));
	const middle = Math.min(0.98, Math.max(0.02, plain - slope * (PLAIN - 0.5)));
	const reach = Math.min(middle, 1 - middle);
	const factor = slope / (2 * reach);
	return {
		'raster-opacity': ['interpolate', ['linear'], ['zoom'], 2, opacity, 4, opacity / 2, 6, 0],
		'raster-brightness-min': middle - reach,
		'raster-brightness-max': middle + reach,
		'raster-contrast': factor > 1 ? 1 - 1 / factor : factor - 1,
		'raster-hue-rotate': Math.round(hue(color) - hue(TINT) + 360) % 360,
	};
}

/** Of a colour in hex; a theme's land has no other form. */
function channels(color: string): Color {
	const digits = color.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
	const [red = 0, green = 0, blue = 0] = (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
	return [red, green, blue];
}

/** 0…1 (Rec. 601). */
function lightness([red, green, blue]: Color): number {
	return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Degrees around the axis of greys. */
function hue([red, green, blue]: Color): number {
	return (Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue) * 180) / Math.PI;
}
