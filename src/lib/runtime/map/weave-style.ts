import type {
	ExpressionSpecification,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification,
} from './maplibre';
import type { MapFonts } from './palette';

/** What the ids of another style's sources and layers begin with, so that they meet none of ours. */
const THEIRS = 'own:';

/** What of our own map is woven in. */
export interface WeaveOptions {
	/** The story's drawings: what lies on the ground, and what lies above all names. */
	story: { ground: LayerSpecification[]; labels: LayerSpecification[] };
	sources: Record<string, SourceSpecification>;
	fonts: MapFonts;
	/** Milliseconds that drawings take to appear; 0 when motion is reduced. */
	fade: number;
	/** Whether the basemap's names are set. */
	names: boolean;
}

/**
 * Weaves the story's drawings into a style of somebody else's, in the order of our own map: their ground, our tints and lines,
 * their names, our marks and names. Their camera, light, terrain and projection are left out: the story has the camera.
 *
 * Their names are set in the theme's faces. MapLibre draws labels from the page's fonts only where a style names no
 * `glyphs`; with theirs it would ask their server for our faces, which it does not have, and for each range of letters.
 */
export function weaveStyle(theirs: StyleSpecification, options: WeaveOptions): StyleSpecification {
	const { story, sources, fonts, fade, names } = options;
	const layers = theirs.layers.map((layer) => own(layer, fonts));
	const isName = (layer: LayerSpecification) => layer.type === 'symbol';
	return {
		version: 8,
		name: theirs.name,
		...(theirs.sprite && { sprite: theirs.sprite }),
		...(theirs.state && { state: theirs.state }),
		transition: { duration: fade, delay: 0 },
		sources: {
			...Object.fromEntries(Object.entries(theirs.sources).map(([id, source]) => [THEIRS + id, source])),
			...sources,
		},
		layers: [
			...layers.filter((layer) => !isName(layer)),
			...story.ground,
			...layers.filter(isName).map((layer) => withNames(layer, names)),
			...story.labels,
		],
	};
}

/** Ids of a woven style's sources that hold its ground. */
export function groundSources(theirs: StyleSpecification): string[] {
	return Object.keys(theirs.sources).map((id) => THEIRS + id);
}

/** Ids of the layers that draw features of theirs, which can be asked for. */
export function groundLayerIds(theirs: StyleSpecification): string[] {
	return theirs.layers
		.filter((layer) => 'source' in layer && theirs.sources[layer.source]?.type === 'vector')
		.map(({ id }) => THEIRS + id);
}

function own(layer: LayerSpecification, fonts: MapFonts): LayerSpecification {
	const renamed = { ...layer, id: THEIRS + layer.id } as LayerSpecification;
	if ('source' in renamed) renamed.source = THEIRS + renamed.source;
	if (renamed.type !== 'symbol' || !renamed.layout) return renamed;
	return { ...renamed, layout: setFonts(renamed.layout, fonts) as typeof renamed.layout };
}

/** Takes the text of a layer away, and the signs that are drawn around it; pictures of their own stay. */
function withNames(layer: LayerSpecification, names: boolean): LayerSpecification {
	if (layer.type !== 'symbol') return layer;
	const fits = (layer.layout?.['icon-text-fit'] ?? 'none') !== 'none';
	const opacity = <T>(value: T | undefined, hidden: boolean) => (hidden ? 0 : (value ?? 1));
	const { paint = {} } = layer;
	return {
		...layer,
		paint: {
			...paint,
			'text-opacity': opacity(paint['text-opacity'], !names),
			'icon-opacity': opacity(paint['icon-opacity'], !names && fits),
		},
	};
}

/** Replaces every `text-font`, in the layout and in pieces of formatted text. */
function setFonts(value: unknown, fonts: MapFonts): unknown {
	if (Array.isArray(value)) return value.map((item) => setFonts(item, fonts));
	if (!value || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inside]) => [
			key,
			key === 'text-font' ? fontsOf(inside, fonts) : setFonts(inside, fonts),
		]),
	);
}

/** A list of names, an expression with such lists as literals, or a function of the zoom in the old manner. */
function fontsOf(value: unknown, fonts: MapFonts): unknown {
	if (isNames(value) && !OPERATORS.test(value[0]!)) return faceOf(value, fonts);
	if (Array.isArray(value)) {
		const [operator, list] = value as unknown[];
		if (operator === 'literal' && isNames(list))
			return ['literal', faceOf(list, fonts)] satisfies ExpressionSpecification;
		return value.map((item) => (Array.isArray(item) ? expressionFonts(item, fonts) : item));
	}
	const stops = (value as { stops?: [number, string[]][] } | null)?.stops;
	return stops
		? { ...(value as object), stops: stops.map(([zoom, list]) => [zoom, faceOf(list, fonts)]) }
		: value;
}

/** Within an expression only literals are lists of names: others are the labels of a `match`. */
function expressionFonts(value: unknown[], fonts: MapFonts): unknown[] {
	if (value[0] === 'literal') return isNames(value[1]) ? ['literal', faceOf(value[1], fonts)] : value;
	return value.map((item) => (Array.isArray(item) ? expressionFonts(item, fonts) : item));
}

/** Expressions that are made of strings alone. */
const OPERATORS = /^(get|literal|var|global-state|feature-state|concat|to-string)$/;

function isNames(value: unknown): value is string[] {
	return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

/** The theme's face that comes nearest by weight and slant. */
function faceOf(names: string[], fonts: MapFonts): string[] {
	const first = names[0] ?? '';
	if (/italic|oblique/i.test(first)) return fonts.italic;
	if (/black|heavy|extra\s*bold|ultra\s*bold/i.test(first)) return fonts.bold;
	if (/semi\s*bold|demi/i.test(first)) return fonts.semibold;
	if (/bold/i.test(first)) return fonts.bold;
	return /medium/i.test(first) ? fonts.medium : fonts.regular;
}

/**
 * The style with all its addresses absolute: what it names relatively lies beside it. MapLibre takes no others.
 *
 * @param base where the style came from
 */
export function resolveStyle(style: StyleSpecification, base: string): StyleSpecification {
	const sprite = style.sprite;
	return {
		...style,
		...(sprite && {
			sprite:
				typeof sprite === 'string'
					? absolute(sprite, base)
					: sprite.map(({ id, url }) => ({ id, url: absolute(url, base) })),
		}),
		sources: Object.fromEntries(
			Object.entries(style.sources).map(([id, source]) => [id, resolveSource(source, base)]),
		),
	};
}

function resolveSource(source: SourceSpecification, base: string): SourceSpecification {
	const resolved = { ...source } as Record<string, unknown>;
	for (const key of ['url', 'data'])
		if (typeof resolved[key] === 'string') resolved[key] = absolute(resolved[key], base);
	for (const key of ['tiles', 'urls'])
		if (isNames(resolved[key])) resolved[key] = resolved[key].map((address) => absolute(address, base));
	return resolved as unknown as SourceSpecification;
}

/** With the slots for tile and size left as they are: `{z}`. */
function absolute(address: string, base: string): string {
	const [, scheme = '', rest = ''] = /^(pmtiles:\/\/)?(.*)$/s.exec(address)!;
	if (!URL.canParse(rest, base)) return address;
	return scheme + new URL(rest, base).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
}
