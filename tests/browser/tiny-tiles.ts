import { PbfWriter } from 'pbf';

const EXTENT = 4096;
const POLYGON = 3;
const POINT = 1;

/** A layer of a tile: the whole tile as an area, or a named point in its middle. */
export interface TinyLayer {
	name: string;
	type: 'area' | 'point';
	properties?: Record<string, string>;
}

/** A vector tile (MVT 2.1) that a test can read: each layer has one feature. */
export function tinyTile(layers: TinyLayer[]): Buffer {
	const tile = new PbfWriter();
	for (const layer of layers) tile.writeMessage(3, writeLayer, layer);
	return Buffer.from(tile.finish());
}

function writeLayer({ name, type, properties = {} }: TinyLayer, pbf: PbfWriter): void {
	const entries = Object.entries(properties);
	pbf.writeVarintField(15, 2);
	pbf.writeStringField(1, name);
	pbf.writeMessage(2, writeFeature, { type, tags: entries.flatMap((_, index) => [index, index]) });
	for (const [key] of entries) pbf.writeStringField(3, key);
	for (const [, value] of entries)
		pbf.writeMessage(4, (text, inner) => inner.writeStringField(1, text), value);
	pbf.writeVarintField(5, EXTENT);
}

function writeFeature({ type, tags }: { type: TinyLayer['type']; tags: number[] }, pbf: PbfWriter): void {
	const to = (n: number) => (n << 1) ^ (n >> 31);
	const moveTo = [(1 << 3) | 1];
	const lineTo = [(3 << 3) | 2];
	const area = [
		...moveTo,
		to(0),
		to(0),
		...lineTo,
		to(EXTENT),
		to(0),
		to(0),
		to(EXTENT),
		to(-EXTENT),
		to(0),
		15,
	];
	const point = [...moveTo, to(EXTENT / 2), to(EXTENT / 2)];
	if (tags.length) pbf.writePackedVarint(2, tags);
	pbf.writeVarintField(3, type === 'area' ? POLYGON : POINT);
	pbf.writePackedVarint(4, type === 'area' ? area : point);
}
