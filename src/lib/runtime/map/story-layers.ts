import { MARK_TYPE } from './mark-features';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from './maplibre';
import { fade, mapFonts, type Palette } from './palette';

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What a step draws, by source; each is replaced as a whole, so that nothing of an earlier step can stay behind. */
export const STORY_SOURCES = {
	'story-areas': { type: 'geojson', data: EMPTY },
	'story-hatch': { type: 'geojson', data: EMPTY, tolerance: 0 },
	'story-lines': { type: 'geojson', data: EMPTY },
	'story-routes': { type: 'geojson', data: EMPTY, tolerance: 0, lineMetrics: true },
	'story-tips': { type: 'geojson', data: EMPTY },
	'story-labels': { type: 'geojson', data: EMPTY },
	'story-marks': { type: 'geojson', data: EMPTY },
	'story-points': { type: 'geojson', data: EMPTY },
} satisfies Record<string, SourceSpecification>;

export type StorySource = keyof typeof STORY_SOURCES;

/** The opacity properties of the story's layers, with their values when shown. */
export const STORY_OPACITIES: [
	layer: string,
	property: `${'fill' | 'line' | 'text' | 'icon' | 'circle' | 'circle-stroke'}-opacity`,
][] = [
	['story-fill', 'fill-opacity'],
	['story-hatch', 'line-opacity'],
	['story-outline-tint', 'line-opacity'],
	['story-outline', 'line-opacity'],
	['story-border-halo', 'line-opacity'],
	['story-border', 'line-opacity'],
	['story-route-halo', 'line-opacity'],
	['story-route-ahead', 'line-opacity'],
	['story-route', 'line-opacity'],
	['story-labels', 'text-opacity'],
	['story-points', 'circle-opacity'],
	['story-points', 'circle-stroke-opacity'],
	['story-point-names', 'text-opacity'],
	['story-tips', 'circle-opacity'],
	['story-tips', 'circle-stroke-opacity'],
	['story-dots', 'circle-opacity'],
	['story-dots', 'circle-stroke-opacity'],
	['story-marks', 'text-opacity'],
	['story-marks', 'icon-opacity'],
];

/** Where a name hangs beside its dot, em; see `drawing`. */
const OFFSET: ExpressionSpecification = ['array', 'number', 2, ['get', 'offset']];

/** On small maps contours are thinner; see `drawing`. */
const SCALE: ExpressionSpecification = ['coalesce', ['get', 'scale'], 1];

/** How the drawings of a step look: tints and lines lie on the ground, below all names; marks and names on top. */
export function storyLayers(palette: Palette): {
	ground: LayerSpecification[];
	labels: LayerSpecification[];
} {
	const byMeaning = (first: string, second: string): ExpressionSpecification => [
		'match',
		['get', 'meaning'],
		2,
		second,
		first,
	];
	const fonts = mapFonts(palette);
	const ink = byMeaning(palette.accent, palette.second);
	const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
	return {
		ground: [
			{
				id: 'story-fill',
				type: 'fill',
				source: 'story-areas',
				paint: {
					'fill-color': [
						'match',
						['get', 'style'],
						'mention',
						byMeaning(fade(palette['fill-accent'], 0.5), fade(palette.second, 0.12)),
						'fill',
						byMeaning(palette['fill-accent'], fade(palette.second, 0.24)),
						byMeaning(fade(palette.accent, 0.05), fade(palette.second, 0.05)),
					],
					'fill-antialias': false,
				},
			},
			{
				id: 'story-hatch',
				type: 'line',
				source: 'story-hatch',
				paint: { 'line-color': ink, 'line-width': ['match', ['get', 'meaning'], 2, 1, 1.5] },
			},
			{
				id: 'story-outline-tint',
				type: 'line',
				source: 'story-lines',
				filter: ['==', ['get', 'weight'], 'outline'],
				paint: {
					'line-color': byMeaning(fade(palette.accent, 0.16), fade(palette.second, 0.16)),
					'line-width': ['*', 9, SCALE],
				},
			},
			{
				id: 'story-outline',
				type: 'line',
				source: 'story-lines',
				filter: ['!=', ['get', 'weight'], 'border'],
				paint: {
					'line-color': ink,
					'line-width': ['*', ['match', ['get', 'weight'], ['outline', 'line'], 2.25, 'edge', 1, 0.8], SCALE],
				},
			},
			{
				id: 'story-border-halo',
				type: 'line',
				source: 'story-lines',
				filter: ['==', ['get', 'weight'], 'border'],
				paint: { 'line-color': palette.halo, 'line-width': 7.5 },
			},
			{
				id: 'story-border',
				type: 'line',
				source: 'story-lines',
				filter: ['==', ['get', 'weight'], 'border'],
				paint: { 'line-color': palette.accent, 'line-width': 3.4 },
			},
			{
				id: 'story-route-ahead',
				type: 'line',
				source: 'story-routes',
				layout: { 'line-cap': 'round' },
				paint: { 'line-color': palette.accent, 'line-width': 1.8, 'line-dasharray': [0.01, 3.3] },
			},
			{
				id: 'story-route-halo',
				type: 'line',
				source: 'story-routes',
				layout: round,
				paint: { 'line-width': 7, 'line-gradient': routeGradient(palette.halo, 0) },
			},
			{
				id: 'story-route',
				type: 'line',
				source: 'story-routes',
				layout: round,
				paint: { 'line-width': 2.6, 'line-gradient': routeGradient(palette.accent, 0) },
			},
		],
		labels: [
			{
				id: 'story-labels',
				type: 'symbol',
				source: 'story-labels',
				layout: {
					'text-field': ['get', 'label'],
					'text-font': fonts.bold,
					'text-size': ['get', 'size'],
					'text-transform': 'uppercase',
					'text-letter-spacing': 0.17,
					'text-max-width': 8,
					'text-allow-overlap': true,
				},
				paint: {
					'text-color': ['match', ['get', 'style'], ['fill', 'mention'], palette.ink, ink],
					'text-halo-color': palette.halo,
					'text-halo-width': 2,
				},
			},
			{
				id: 'story-points',
				type: 'circle',
				source: 'story-points',
				paint: {
					'circle-radius': 3.2,
					'circle-color': ink,
					'circle-stroke-color': palette.halo,
					'circle-stroke-width': 1.5,
				},
			},
			{
				id: 'story-point-names',
				type: 'symbol',
				source: 'story-points',
				filter: ['has', 'label'],
				layout: {
					'text-field': ['get', 'label'],
					'text-font': fonts.semibold,
					'text-size': 13.5,
					'text-anchor': ['get', 'anchor'],
					'text-justify': 'auto',
					'text-offset': OFFSET,
					'text-max-width': 20,
				},
				paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
			},
			{
				id: 'story-tips',
				type: 'circle',
				source: 'story-tips',
				layout: { visibility: 'none' },
				paint: {
					'circle-radius': ['*', 4.6, ['get', 'size']],
					'circle-color': palette.accent,
					'circle-stroke-color': palette.halo,
					'circle-stroke-width': ['*', 2, ['get', 'size']],
				},
			},
			{
				id: 'story-dots',
				type: 'circle',
				source: 'story-marks',
				paint: {
					'circle-radius': 4.6,
					'circle-color': palette.accent,
					'circle-stroke-color': palette.halo,
					'circle-stroke-width': 2,
				},
			},
			{
				id: 'story-marks',
				type: 'symbol',
				source: 'story-marks',
				layout: {
					'icon-image': ['get', 'icon'],
					'icon-anchor': ['get', 'corner'],
					'icon-allow-overlap': true,
					// So that the basemap's names keep off the dot, too, which begins at the corner.
					'icon-padding': 7,
					'text-field': ['get', 'label'],
					'text-font': fonts.bold,
					'text-size': MARK_TYPE.size,
					'text-transform': 'uppercase',
					'text-letter-spacing': MARK_TYPE.tracking,
					'text-anchor': ['get', 'anchor'],
					'text-justify': 'auto',
					'text-offset': OFFSET,
					'text-max-width': 20,
					'text-allow-overlap': true,
				},
				paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
			},
		],
	};
}

/** The colour along a route of which the first `progress` (0…1) has been travelled. */
export function routeGradient(
	color: string,
	progress: number,
): ['step', ['line-progress'], string, number, string] {
	const nothing = 'rgba(0, 0, 0, 0)';
	return progress <= 0
		? ['step', ['line-progress'], nothing, 1, nothing]
		: ['step', ['line-progress'], color, Math.min(1, progress), progress >= 1 ? color : nothing];
}
