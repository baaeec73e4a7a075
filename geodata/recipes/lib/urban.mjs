import { readFileSync } from 'node:fs';
import { here } from './paths.mjs';

const FILE = here('downloads/marble/usr/share/marble/data/naturalearth/ne_50m_urban_areas.pn2');
/** Steps of a degree (Marble's `Pn2Runner`: the coordinates are whole numbers of 30 seconds of arc). */
const STEPS = 120;
const HEADER_BYTES = 6;
/** What a record is: a ring, or the announcement of several that belong together. */
const OUTER = 2;
const SEVERAL = { flag: 4, bytes: 6 };

/** Natural Earth's urban areas as a MultiPolygon, out of the binary file that Marble ships. */
export function readUrbanAreas() {
	const bytes = readFileSync(FILE);
	const coordinates = [];
	let at = HEADER_BYTES;
	while (at < bytes.length) {
		const flag = bytes.readUInt8(at);
		if (flag === SEVERAL.flag) {
			at += SEVERAL.bytes;
			continue;
		}
		const nodes = bytes.readUInt32BE(at + 5);
		at += 9;
		const ring = [];
		for (let node = 0; node < nodes; node++) {
			const lat = bytes.readInt16BE(at);
			const lon = bytes.readInt16BE(at + 2);
			const near = bytes.readInt16BE(at + 4);
			at += 6;
			ring.push([lon / STEPS, lat / STEPS]);
			for (let i = 0; i < near; i++, at += 2)
				ring.push([(lon + bytes.readInt8(at + 1)) / STEPS, (lat + bytes.readInt8(at)) / STEPS]);
		}
		if (flag === OUTER && ring.length > 3) coordinates.push([[...ring, ring[0]]]);
	}
	return { type: 'MultiPolygon', coordinates };
}
