import type { StoryWorldview } from '#lib/story/index.ts';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from './maplibre';
import { slottedLayers, slottedSources, type Slot } from './story-slots';
import { fade, mapFonts, type Palette } from './palette';

/** A label's name in the story's language, else in English. */
function name(lang: string): ExpressionSpecification {
	return ['coalesce', ['get', `name_${lang}`], ['get', 'name']];
}

export interface StyleOptions {
	palette: Palette;
	/** Language of the labels, BCP 47. */
	lang: string;
	/** Absolute address of the PMTiles archive. */
	archive: string;
	/** Milliseconds that drawings take to appear; 0 when motion is reduced. */
	fade: number;
	/** Whether the basemap's names are set. */
	names: boolean;
	/** The house's own rule if absent. */
	worldview?: StoryWorldview;
	/** Sets of layers that the story draws in; one if absent. */
	slots?: readonly Slot[];
}

/** The whole map as MapLibre style: the world from the box, and above it the empty sources a story draws into. */
export function mapStyle({
	palette,
	lang,
	archive,
	fade: duration,
	names,
	worldview,
	slots = [0],
}: StyleOptions): StyleSpecification {
	const story = slottedLayers(palette, slots);
	return {
		version: 8,
		name: 'Dateline',
		transition: { duration, delay: 0 },
		sources: {
			world: {
				type: 'vector',
				url: `pmtiles://${archive}`,
				promoteId: { places: 'id', country_labels: 'code', province_labels: 'code', water_labels: 'name' },
			},
			graticule: { type: 'geojson', data: graticule(15) },
			...slottedSources(slots),
		},
		layers: [
			...groundLayers(palette, worldview),
			...story.ground,
			...labelLayers(palette, { lang, opacity: names ? UNLESS_HIDDEN : 0, worldview }),
			...story.labels,
		],
	};
}

/** How a border is drawn: by the house's own rule, `kind`, unless the worldview has another word on it. */
function kindOfBorder(worldview: StoryWorldview | undefined): ExpressionSpecification {
	return worldview ? ['coalesce', ['get', worldview.id], ['get', 'kind']] : ['get', 'kind'];
}

function groundLayers(palette: Palette, worldview: StoryWorldview | undefined): LayerSpecification[] {
	const world = { source: 'world' } as const;
	const kind = kindOfBorder(worldview);
	return [
		{ id: 'water', type: 'background', paint: { 'background-color': palette.water } },
		{
			id: 'graticule',
			type: 'line',
			source: 'graticule',
			paint: { 'line-color': palette.graticule, 'line-width': 1 },
		},
		{
			id: 'shore-wide',
			type: 'line',
			...world,
			'source-layer': 'land',
			paint: {
				'line-color': fade(palette['water-shore'], 0.5),
				'line-width': ['interpolate', ['linear'], ['zoom'], 0, 8, 3, 16, 6, 22],
				'line-blur': 4,
			},
		},
		{
			id: 'shore',
			type: 'line',
			...world,
			'source-layer': 'land',
			paint: {
				'line-color': palette['water-shore'],
				'line-width': ['interpolate', ['linear'], ['zoom'], 0, 3, 3, 7, 6, 9],
				'line-blur': 1,
			},
		},
		{ id: 'land', type: 'fill', ...world, 'source-layer': 'land', paint: { 'fill-color': palette.land } },
		{
			id: 'urban',
			type: 'fill',
			...world,
			'source-layer': 'urban',
			minzoom: 4,
			paint: {
				'fill-color': palette['border-soft'],
				'fill-opacity': ['interpolate', ['linear'], ['zoom'], 4, 0, 5, 0.28],
			},
		},
		{
			id: 'rivers',
			type: 'line',
			...world,
			'source-layer': 'rivers',
			minzoom: 2.5,
			layout: { 'line-cap': 'round' },
			paint: {
				'line-color': palette.river,
				'line-width': ['interpolate', ['linear'], ['zoom'], 2.5, 0.5, 4, 0.9, 6, 1.4],
				'line-opacity': ['interpolate', ['linear'], ['zoom'], 2.5, 0, 3.5, 1],
			},
		},
		{ id: 'lakes', type: 'fill', ...world, 'source-layer': 'lakes', paint: { 'fill-color': palette.water } },
		{
			id: 'provinces',
			type: 'line',
			...world,
			'source-layer': 'borders',
			filter: ['==', kind, 'province'],
			minzoom: 3,
			paint: {
				'line-color': palette['border-soft'],
				'line-width': 0.6,
				'line-opacity': ['interpolate', ['linear'], ['zoom'], 3.2, 0, 4.2, 1],
			},
		},
		{
			id: 'borders',
			type: 'line',
			...world,
			'source-layer': 'borders',
			filter: ['==', kind, 'international'],
			paint: {
				'line-color': palette.border,
				'line-width': ['interpolate', ['linear'], ['zoom'], 0, 0.6, 3, 0.9, 6, 1.1],
			},
		},
		{
			id: 'borders-disputed',
			type: 'line',
			...world,
			'source-layer': 'borders',
			filter: ['==', kind, 'disputed'],
			paint: { 'line-color': palette.border, 'line-width': 0.9, 'line-dasharray': [4, 3] },
		},
	];
}

/** Layers of the basemap's own names. */
export const NAME_LAYERS = ['waters', 'river-names', 'cities', 'province-names', 'country-names'];

/** Names give way as far as the story sets them itself (`told`, 0…1), and wholly where a sheet, a bar or the frame would cut them (`cut`). */
const UNLESS_HIDDEN: ExpressionSpecification = [
	'case',
	['boolean', ['feature-state', 'cut'], false],
	0,
	['-', 1, ['number', ['feature-state', 'told'], 0]],
];

/** Languages in square characters: they know no slant, and their short names are never broken. */
const SQUARE = /^(zh|ja|ko)\b/;

/** @param opacity of the names alone: the rings of towns stay where there are no names */
function labelLayers(
	palette: Palette,
	{
		lang,
		opacity,
		worldview = { unnamed: [], renamed: {}, towns: [] },
	}: {
		lang: string;
		opacity: ExpressionSpecification | 0;
		worldview?: Omit<StoryWorldview, 'id'> | undefined;
	},
): LayerSpecification[] {
	const fonts = mapFonts(palette);
	const { unnamed, renamed, towns } = worldview;
	const text = name(lang);
	const isSquare = SQUARE.test(lang);
	/** Ems after which a name is broken into lines. */
	const within = (ems: number) => (isSquare ? 2 * ems : ems);
	const slanted = isSquare ? fonts.regular : fonts.italic;
	const world = { source: 'world' } as const;
	const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.5, 'text-opacity': opacity };
	return [
		{
			id: 'waters',
			type: 'symbol',
			...world,
			'source-layer': 'water_labels',
			filter: [
				'all',
				['!=', ['get', 'kind'], 'river'],
				['<=', ['get', 'rank'], ['step', ['zoom'], 0, 1, 1, 2.2, 2, 3.2, 4, 4.5, 9]],
			],
			layout: {
				'text-field': text,
				'text-font': slanted,
				'text-size': ['match', ['get', 'kind'], 'ocean', 16, 14],
				'text-max-width': within(6),
				'text-line-height': 1.15,
				'text-letter-spacing': 0.02,
				'symbol-sort-key': ['get', 'rank'],
				'text-padding': 12,
			},
			paint: { 'text-color': palette['label-water'], 'text-opacity': opacity },
		},
		{
			id: 'province-names',
			type: 'symbol',
			...world,
			'source-layer': 'province_labels',
			minzoom: 4,
			layout: {
				'text-field': text,
				'text-font': fonts.medium,
				'text-size': 12,
				'text-transform': 'uppercase',
				'text-letter-spacing': 0.16,
				'text-max-width': within(7),
				'text-padding': 10,
				'symbol-sort-key': ['get', 'rank'],
			},
			paint: { 'text-color': palette['label-2'], ...halo },
		},
		{
			id: 'cities',
			type: 'symbol',
			...world,
			'source-layer': 'places',
			minzoom: 2.6,
			layout: {
				'icon-image': 'ring',
				'icon-allow-overlap': false,
				'text-field': text,
				'text-font': ['case', isCapital(towns), ['literal', fonts.semibold], ['literal', fonts.regular]],
				'text-size': 13.5,
				// Fixed, since MapLibre's variable anchors remember where a name stood at the step before.
				'text-anchor': 'left',
				'text-offset': [0.6, 0],
				// Wide while provinces are to be read, too; close up towns are what one looks for.
				'text-padding': ['interpolate', ['linear'], ['zoom'], 4, 9, 6, 7],
				'symbol-sort-key': ['get', 'rank'],
			},
			paint: { 'text-color': palette.label, 'icon-opacity': UNLESS_HIDDEN, ...halo },
		},
		// Above towns: a river has few places for its name, and towns are many.
		{
			id: 'river-names',
			type: 'symbol',
			...world,
			'source-layer': 'water_labels',
			filter: ['==', ['get', 'kind'], 'river'],
			minzoom: 3.6,
			layout: {
				'text-field': text,
				'text-font': slanted,
				'text-size': 13,
				'text-rotate': ['coalesce', ['get', 'angle'], 0],
				'text-rotation-alignment': 'map',
				'text-offset': [0, -0.8],
				'symbol-sort-key': ['get', 'rank'],
			},
			paint: {
				'text-color': palette['label-water'],
				...halo,
			},
		},
		{
			id: 'country-names',
			type: 'symbol',
			...world,
			'source-layer': 'country_labels',
			filter: named(unnamed, ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 2, 2, 2.7, 4, 3.4, 6, 4.2, 9]]),
			layout: {
				'text-field': withNames(renamed, text),
				'text-font': fonts.semibold,
				'text-size': [
					'interpolate',
					['linear'],
					['zoom'],
					1,
					['interpolate', ['linear'], ['get', 'rank'], 0, 14, 6, 11],
					5,
					['interpolate', ['linear'], ['get', 'rank'], 0, 17, 6, 14],
				],
				'text-transform': 'uppercase',
				'text-letter-spacing': ['interpolate', ['linear'], ['get', 'rank'], 0, 0.24, 6, 0.14],
				'text-max-width': within(7),
				'text-padding': 8,
				'symbol-sort-key': ['get', 'rank'],
			},
			paint: { 'text-color': palette['label-2'], ...halo },
		},
	];
}

function isCapital(towns: string[]): ExpressionSpecification {
	const isCapital: ExpressionSpecification = ['==', ['get', 'capital'], 'country'];
	return towns.length ? ['all', isCapital, ['!', ['in', ['get', 'id'], ['literal', towns]]]] : isCapital;
}

function named(unnamed: string[], filter: ExpressionSpecification): ExpressionSpecification {
	return unnamed.length ? ['all', filter, ['!', ['in', ['get', 'code'], ['literal', unnamed]]]] : filter;
}

function withNames(names: Record<string, string>, text: ExpressionSpecification): ExpressionSpecification {
	return Object.entries(names).reduce(
		(others, [code, name]): ExpressionSpecification => ['case', ['==', ['get', 'code'], code], name, others],
		text,
	);
}

/** Meridians and parallels every `step` degrees, as one GeoJSON feature. */
function graticule(step: number): GeoJSON.Feature {
	const lines: [number, number][][] = [];
	const range = (from: number, to: number, by: number) =>
		Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
	for (const lon of range(-180, 180 - step, step)) lines.push(range(-75, 75, 5).map((lat) => [lon, lat]));
	for (const lat of range(-75, 75, step)) lines.push(range(-180, 180, 3).map((lon) => [lon, lat]));
	return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } };
}
