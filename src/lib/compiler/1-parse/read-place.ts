import type { LonLat } from '#lib/story/index.ts';
import type { Located, PlaceRef } from '../draft';
import { problems } from '../problems';
import {
	isBracketed,
	isMap,
	isMisspelt,
	isScalar,
	isSeq,
	itemsOf,
	knownEntries,
	positionOf,
	readNumber,
	readText,
	received,
	wrongType,
	type Entry,
	type Node,
	type YAMLMap,
	type YamlBlock,
} from './yaml-block';

/** `45.8, 126.5`, `45.8°N 126.5°E`, as map sites give it to the clipboard. */
const COORDINATES = /^[-+]?\d+(\.\d+)?\s*°?\s*[NSEWO]?\s*[,;\s]\s*[-+]?\d+(\.\d+)?\s*°?\s*[NSEWO]?$/i;

const POINT_KEYS = ['name', 'lat', 'lon'];

/** A list of places, or a single one without brackets. */
export function readPlaces(entry: Entry, block: YamlBlock): Located<PlaceRef[]> | undefined {
	const { value } = entry;
	if (!value || (isScalar(value) && value.value === null)) {
		const none = entry.key === 'show' ? 'show: []' : `${entry.key}: Berlin`;
		return wrongType(entry, block, 'a place or a list of places', none);
	}
	if (isBarePair(value)) return reportBare(value, block);
	return {
		value: readItems(itemsOf(value, block), entry, block).filter((place) => place !== undefined),
		at: positionOf(value, block),
	};
}

/** The places of an entry, one by one. What is wrong with an item is reported where it stands, and gives `undefined`. */
export function readItems(items: Node[], entry: Entry, block: YamlBlock): (PlaceRef | undefined)[] {
	const pairAt = items.findIndex((item, index) => isNumber(item) && isNumber(items[index + 1]));
	const [lat, lon] = pairAt < 0 ? [] : items.slice(pairAt, pairAt + 2);
	if (lat && lon) {
		const written = `${received(lat, block)}, ${received(lon, block)}`;
		block.report(problems.coordinatesBare(positionOf(lat, block), written));
	}
	return items.map((item) => {
		if (item === lat || item === lon) return undefined;
		return readPlace(item, item === entry.value ? entry : { ...entry, at: positionOf(item, block) }, block);
	});
}

/** A place: its name, its id, or `{name, lat, lon}`. Reports anything else. */
export function readPlace(node: Node | undefined, entry: Entry, block: YamlBlock): PlaceRef | undefined {
	if (isMap(node)) return readOwnPoint(node, entry, block);
	if (isBarePair(node)) return reportBare(node, block);
	if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '')
		return wrongType({ ...entry, value: node }, block, 'the name of a place', `${entry.key}: Berlin`);
	const bracketed = isBracketed(node, block);
	return {
		name: node.value.trim(),
		at: positionOf(node, block),
		lang: block.lang,
		...(bracketed && { bracketed }),
	};
}

/** `{lat, lon}`, and nothing else. */
export function readPoint(entry: Entry, block: YamlBlock): Located<LonLat> | undefined {
	const { value } = entry;
	if (isBarePair(value)) return reportBare(value, block, 'Write "{lat: …, lon: …}".');
	if (!isMap(value)) return wrongType(entry, block, 'a point', 'center: {lat: 52.5, lon: 13.4}');
	const at = positionOf(value, block);
	const entries = knownEntries(value, ['lat', 'lon'], block, `"${entry.key}"`);
	const point = readLonLat(entries, value, entry.key, block);
	return point && { value: point, at };
}

/** Whether a node says where a place of the author's own lies. */
export function isOwnPoint(node: Node | undefined): boolean {
	return isMap(node) && (node.has('lat') || node.has('lon'));
}

function readOwnPoint(node: Node, entry: Entry, block: YamlBlock): PlaceRef | undefined {
	if (!isMap(node)) return undefined;
	const at = positionOf(node, block);
	const where = `A place in "${entry.key}"`;
	const entries = knownEntries(node, POINT_KEYS, block, where);
	const named = entries.find(({ key }) => key === 'name');
	if (!named && !isMisspelt('name', node, POINT_KEYS)) block.report(problems.keyMissing(at, 'name', where));
	const name = named && readText(named, block, 'name: Checkpoint');
	const point = readLonLat(entries, node, entry.key, block);
	return name && point && { at, label: name.value, point };
}

function readLonLat(entries: Entry[], map: YAMLMap, key: string, block: YamlBlock): LonLat | undefined {
	const [lat, lon] = (['lat', 'lon'] as const).map((name) => {
		const entry = entries.find((candidate) => candidate.key === name);
		if (!entry && !isMisspelt(name, map, POINT_KEYS))
			block.report(problems.keyMissing(positionOf(map, block), name, `A point in "${key}"`));
		const range: [number, number] = name === 'lat' ? [-90, 90] : [-180, 180];
		return entry && readNumber(entry, block, range, name === 'lat' ? 'Are lat and lon swapped?' : undefined);
	});
	return lat && lon && { lon: lon.value, lat: lat.value };
}

function isBarePair(node: Node | undefined): boolean {
	if (isScalar(node)) return typeof node.value === 'string' && COORDINATES.test(node.value.trim());
	return isSeq(node) && node.items.length > 0 && node.items.every(isNumber);
}

function isNumber(node: unknown): boolean {
	return isScalar(node) && typeof node.value === 'number';
}

function reportBare(node: Node | undefined, block: YamlBlock, hint?: string): undefined {
	const problem = problems.coordinatesBare(positionOf(node, block), received(node, block));
	block.report(hint ? { ...problem, hint } : problem);
}
