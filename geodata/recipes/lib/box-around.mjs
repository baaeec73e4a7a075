import { polygonsOf, ringBox } from './planar.mjs';

/**
 * How far an area reaches, `[west, south, east, north]` in hundredths of a degree: the narrowest box, which may lie across
 * the date line, where west is greater than east.
 */
export function boxAround(geometry) {
	const boxes = polygonsOf(geometry).map(([outer]) => ringBox(outer));
	const spans = boxes.map(({ west, east }) => [west, east]).sort(([a], [b]) => a - b);
	let reach = spans[0][1];
	let widest = { gap: -Infinity, west: spans[0][0], east: 0 };
	for (const [west, east] of spans) {
		if (west - reach > widest.gap && west > reach) widest = { gap: west - reach, west, east: reach };
		reach = Math.max(reach, east);
	}
	const around = spans[0][0] + 360 - reach;
	const [west, east] = around >= widest.gap ? [spans[0][0], reach] : [widest.west, widest.east];
	const south = Math.min(...boxes.map((box) => box.south));
	const north = Math.max(...boxes.map((box) => box.north));
	return [within(west), clamp(south, 90), within(east), clamp(north, 90)];
}

const within = (lon) => clamp(lon, 180);
const clamp = (degrees, most) => Math.round(Math.max(-most, Math.min(most, degrees)) * 100) / 100;
