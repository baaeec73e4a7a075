import type { Camera, Rect, Screen } from '#lib/geo/index.ts';
import type { View } from '#lib/story/index.ts';
import { markFeature, seenLines, setMarks, type SetMark } from './mark-features';
import type { StorySource } from './story-layers';

/** All that a step draws, as GeoJSON by source. */
export type Drawing = Record<Exclude<StorySource, 'story-tips'>, GeoJSON.FeatureCollection>;

/** Where a picture is taken: what the drawing of hatches and the choice of label places depend on. */
export interface Setting {
	camera: Camera;
	screen: Screen;
	/** What cards, bars and controls leave free. */
	free: Rect;
}

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Keys of the shapes without which a view cannot be drawn. */
export function shapesOf({ highlights, borders, data }: View): string[] {
	const keys = [
		...highlights.map(({ shape }) => shape),
		...borders.map(({ shape }) => shape),
		...data.flatMap(({ areas, lines }) => [areas, lines]),
	];
	return keys.filter((key) => key !== undefined);
}

/** Whether a view draws marks and routes alone. */
export function isPlain({ highlights, borders, data }: View): boolean {
	return !highlights.length && !borders.length && !data.length;
}

/** What a plain view draws, as `drawing` does: the first view of most stories, which does not wait for the rest of it. */
export function plainDrawing(view: View, setting: Setting): Drawing {
	return {
		'story-areas': NOTHING,
		'story-hatch': NOTHING,
		'story-lines': NOTHING,
		...drawnMarks(view, setMarks(view.marks, setting, seenLines(view, {}, setting))),
		'story-labels': NOTHING,
		'story-points': NOTHING,
	};
}

export function drawnMarks(view: View, marks: SetMark[]): Pick<Drawing, 'story-marks' | 'story-routes'> {
	const routes = view.routes.map(({ line }): GeoJSON.Feature => ({
		type: 'Feature',
		properties: {},
		geometry: { type: 'LineString', coordinates: line },
	}));
	return {
		'story-routes': { type: 'FeatureCollection', features: routes },
		'story-marks': { type: 'FeatureCollection', features: marks.map(markFeature) },
	};
}
