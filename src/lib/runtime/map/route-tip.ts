import { fromMercator, mercator } from '#lib/geo/index.ts';
import type { LonLat, Position, Route } from '#lib/story/index.ts';
import type { GeoJSONSource, MapLibreMap } from './maplibre';

/** The head grows out of the first stop, and shrinks into the last one, over this share of the way. */
const GROWING = 0.04;

/**
 * Where the drawn part of a route ends. Measured as MapLibre's `line-progress` is, by length in the Mercator plane up to where that ends:
 * so it lies at the end of the gradient. Longitudes run on over the antimeridian as those of the line do.
 *
 * @param progress 0…1
 */
export function routeTip(line: Position[], progress: number): LonLat {
	const plane = line.map(([lon, lat]) => mercator({ lon, lat }));
	const lengths = plane
		.slice(1)
		.map(({ x, y }, index) => Math.hypot(x - plane[index]!.x, y - plane[index]!.y));
	let left = lengths.reduce((sum, length) => sum + length, 0) * Math.min(1, Math.max(0, progress));
	let index = 0;
	while (index < lengths.length - 1 && left > lengths[index]!) left -= lengths[index++]!;
	const [from, to] = [plane[index]!, plane[index + 1]!];
	const share = lengths[index] ? Math.min(1, left / lengths[index]!) : 0;
	return fromMercator({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
}

/** The heads of all routes of a step; none before they set out, and none when they have arrived. `size` is 0…1. */
export function routeTips(routes: Route[], progress: number): GeoJSON.FeatureCollection {
	const size = Math.min(1, progress / GROWING, (1 - progress) / GROWING);
	const features = size > 0 ? routes.map(({ line }) => tipFeature(routeTip(line, progress), size)) : [];
	return { type: 'FeatureCollection', features };
}

function tipFeature({ lon, lat }: LonLat, size: number): GeoJSON.Feature {
	return { type: 'Feature', properties: { size }, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

/** Keeps the heads on a map at the tips of its routes. */
export class RouteTips {
	readonly #map: MapLibreMap;
	readonly #id: string;
	#shown: unknown[] = [];

	/** @param id of the source and layer of the heads */
	constructor(map: MapLibreMap, id: string) {
		this.#map = map;
		this.#id = id;
	}

	/** Costs nothing where nothing has moved. */
	set(routes: Route[], progress: number): void {
		const source = this.#map.getSource<GeoJSONSource>(this.#id);
		const next = [source, routes, Math.min(1, Math.max(0, progress))];
		if (!source || next.every((value, index) => value === this.#shown[index])) return;
		this.#shown = next;
		const tips = routeTips(routes, progress);
		void source.setData(tips);
		this.#map.setLayoutProperty(this.#id, 'visibility', tips.features.length ? 'visible' : 'none');
	}
}
