import { distanceToSegment, polygonContains, polygonsOf, ringBox } from './planar.mjs';

/** Cities this close to a unit, in degrees, may belong to it although the coast or the border runs past them. */
const REACH = 0.25;
/** A city that lies this close to its own country by GeoNames is given to it, not to the neighbour. */
const BORDER_REACH = 0.06;

/** Finds the unit a point lies in. `units` are `{ group, country, geometry }`; coastal points take the nearest unit. */
export function unitLocator(units) {
	const parts = units.flatMap((unit) =>
		polygonsOf(unit.geometry).map((polygon) => ({ unit, polygon, box: ringBox(polygon[0]) })),
	);
	const near = (lon, lat, reach) =>
		parts.filter(
			({ box }) =>
				lon >= box.west - reach &&
				lon <= box.east + reach &&
				lat >= box.south - reach &&
				lat <= box.north + reach,
		);
	const nearest = (lon, lat, reach, accept) => {
		let best = null;
		for (const part of near(lon, lat, reach)) {
			if (!accept(part.unit)) continue;
			for (const ring of part.polygon)
				for (let i = 1; i < ring.length; i++) {
					const distance = distanceToSegment(lon, lat, ring[i - 1], ring[i]);
					if (distance <= reach && (!best || distance < best.distance)) best = { unit: part.unit, distance };
				}
		}
		return best?.unit;
	};
	return (lon, lat, country) => {
		const inside = near(lon, lat, 0).find(({ polygon }) => polygonContains(polygon, lon, lat))?.unit;
		if (inside?.country === country) return inside;
		if (inside) return nearest(lon, lat, BORDER_REACH, (unit) => unit.country === country) ?? inside;
		return (
			nearest(lon, lat, REACH, (unit) => unit.country === country) ?? nearest(lon, lat, REACH, () => true)
		);
	};
}
