import type { LonLat } from '#lib/story/index.ts';
import type { At, Located, PlaceRef } from '../draft';
import { problems } from '../problems';
import {
	isMap,
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
	type YamlBlock,
} from './yaml-block';

/** `45.8, 126.5`, `45.8°N 126.5°E`, as map sites give it to the clipboard. */
const COORDINATES = /^[-+]?\d+(\.\d+)?\s*°?\s*[NSEWO]?\s*[,;\s]\s*[-+]?\d+(\.\d+)?\s*°?\s*[NSEWO]?$/i;

/** A list of places, or a single one without brackets. */
export function readPlaces(entry: Entry, block: YamlBlock): Located<PlaceRef[]> | undefined {
	const { value } = entry;
	if (!value || (isScalar(value) && value.value === null)) {
		const none = entry.key === 'show' ? 'show: []' : `${entry.key}: Berlin`;
		return wrongType(entry, block, 'a place or a list of places', none);
	}
	if (isBarePair(value)) return reportBare(value, block);
	const places = itemsOf(value, block).map((item) => readPlace(item, entry, block));
	return { value: places.filter((place) => place !== undefined), at: positionOf(value, block) };
}

/** A place: its name, its id, or `{name, lat, lon}`. Reports anything else. */
export function readPlace(node: Node | undefined, entry: Entry, block: YamlBlock): PlaceRef | undefined {
	if (isMap(node)) return readOwnPoint(node, entry, block);
	if (isBarePair(node)) return reportBare(node, block);
	if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '')
		return wrongType({ ...entry, value: node }, block, 'the name of a place', `${entry.key}: Berlin`);
	return { name: node.value.trim(), at: positionOf(node, block), lang: block.lang };
}

/** `{lat, lon}`, and nothing else. */
export function readPoint(entry: Entry, block: YamlBlock): Located<LonLat> | undefined {
	const { value } = entry;
	if (isBarePair(value)) return reportBare(value, block, 'Write "{lat: …, lon: …}".');
	if (!isMap(value)) return wrongType(entry, block, 'a point', 'center: {lat: 52.5, lon: 13.4}');
	const at = positionOf(value, block);
	const point = readLonLat(
		knownEntries(value, ['lat', 'lon'], block, `"${entry.key}"`),
		at,
		entry.key,
		block,
	);
	return point && { value: point, at };
}

function readOwnPoint(node: Node, entry: Entry, block: YamlBlock): PlaceRef | undefined {
	if (!isMap(node)) return undefined;
	const at = positionOf(node, block);
	const where = `A place in "${entry.key}"`;
	const entries = knownEntries(node, ['name', 'lat', 'lon'], block, where);
	const named = entries.find(({ key }) => key === 'name');
	if (!named) block.report(problems.keyMissing(at, 'name', where));
	const name = named && readText(named, block, 'name: Checkpoint');
	const point = readLonLat(entries, at, entry.key, block);
	return name && point && { at, label: name.value, point };
}

function readLonLat(entries: Entry[], at: At, key: string, block: YamlBlock): LonLat | undefined {
	const [lat, lon] = (['lat', 'lon'] as const).map((name) => {
		const entry = entries.find((candidate) => candidate.key === name);
		if (!entry) block.report(problems.keyMissing(at, name, `A point in "${key}"`));
		const range: [number, number] = name === 'lat' ? [-90, 90] : [-180, 180];
		return entry && readNumber(entry, block, range, name === 'lat' ? 'Are lat and lon swapped?' : undefined);
	});
	return lat && lon && { lon: lon.value, lat: lat.value };
}

function isBarePair(node: Node | undefined): boolean {
	if (isScalar(node)) return typeof node.value === 'string' && COORDINATES.test(node.value.trim());
	return (
		isSeq(node) &&
		node.items.length > 0 &&
		node.items.every((item) => isScalar(item) && typeof item.value === 'number')
	);
}

function reportBare(node: Node | undefined, block: YamlBlock, hint?: string): undefined {
	const problem = problems.coordinatesBare(positionOf(node, block), received(node, block));
	block.report(hint ? { ...problem, hint } : problem);
}
