import { nearest } from '#lib/gazetteer/index.ts';
import type { HighlightStyle } from '#lib/story/index.ts';
import type { BorderRef, DataRef, HighlightRef, Located, PlaceRef, RouteRef } from '../draft';
import { problems } from '../problems';
import { isOwnPoint, readItems, readPlace } from './read-place';
import {
	entriesOf,
	isMap,
	isScalar,
	isSeq,
	itemsOf,
	knownEntries,
	positionOf,
	readChoice,
	readText,
	received,
	wrongType,
	type Entry,
	type Node,
	type YAMLMap,
	type YamlBlock,
} from './yaml-block';

const STYLES: readonly HighlightStyle[] = ['fill', 'outline', 'hatch', 'mention'];

/** A name, a list of names, or names with a style: `{Ukraine: fill, NATO: {style: outline, label: …}}`. */
export function readHighlights(entry: Entry, block: YamlBlock): Located<HighlightRef[]> | undefined {
	const { value } = entry;
	const isEmpty = (isMap(value) || isSeq(value)) && value.items.length === 0;
	if (!value || isEmpty || (isScalar(value) && typeof value.value !== 'string'))
		return wrongType(entry, block, 'a region, a list, or regions with a style', 'highlight: {Ukraine: fill}');
	const items = itemsOf(value, block);
	const places = readItems(
		items.filter((item) => !isMap(item)),
		entry,
		block,
	);
	const highlights = items.flatMap((item): (HighlightRef | undefined)[] => {
		if (isMap(item)) return readStyledRegions(item, block);
		const place = places.shift();
		return [place && { place, style: 'fill' }];
	});
	return {
		value: highlights.filter((highlight) => highlight !== undefined),
		at: positionOf(value, block),
	};
}

/** `{Ukraine: fill, NATO: outline}`. A point of the author's own has no area. */
function readStyledRegions(regions: YAMLMap, block: YamlBlock): (HighlightRef | undefined)[] {
	if (!isOwnPoint(regions)) return entriesOf(regions, block).map((region) => readStyled(region, block));
	const written = received(regions, block);
	const name = String(regions.get('name') ?? written);
	block.report(problems.highlightPoint(positionOf(regions, block), name, 'point', written));
	return [];
}

function readStyled(region: Entry, block: YamlBlock): HighlightRef | undefined {
	const place = readPlace(region.keyNode, region, block);
	if (!place) return undefined;
	if (!region.value || (isScalar(region.value) && region.value.value === null))
		return { place, style: 'fill' };
	if (!isMap(region.value))
		return { place, style: readChoice({ ...region, key: 'style' }, block, STYLES)?.value ?? 'fill' };
	const entries = knownEntries(region.value, ['style', 'label'], block, `The highlight "${region.key}"`);
	const style = entries.find(({ key }) => key === 'style');
	return {
		place,
		style: (style && readChoice(style, block, STYLES)?.value) ?? 'fill',
		label: readLabel(entries, block),
	};
}

/** `[A, B, C]`, a list of such lists, or `{stops: [A, B], label: …}`. */
export function readRoutes(entry: Entry, block: YamlBlock): Located<RouteRef[]> | undefined {
	const routes = readEach(entry, block, 'stops', (node, label): RouteRef | undefined => {
		const stops = readItems(itemsOf(node, block), entry, block);
		const [only] = stops;
		if (stops.length === 1 && only) return reportLonely(only, block);
		if (stops.length < 2)
			return wrongType(
				{ ...entry, value: node },
				block,
				'a list of at least two places',
				'route: [Berlin, Warsaw]',
			);
		return { stops: stops.filter((stop) => stop !== undefined), label };
	});
	return routes && { ...routes, value: routes.value.filter(({ stops }) => stops.length >= 2) };
}

function reportLonely(stop: PlaceRef, block: YamlBlock): undefined {
	block.report(problems.routeShort(stop.at, 'point' in stop ? stop.label : stop.name));
}

/** `[A, B]`, `{between: [A, B], label: …}`, or a list of those. */
export function readBorders(entry: Entry, block: YamlBlock): Located<BorderRef[]> | undefined {
	return readEach(entry, block, 'between', (node, label): BorderRef | undefined => {
		const sides = itemsOf(node, block);
		if (sides.length !== 2)
			return wrongType(
				{ ...entry, value: node },
				block,
				'a list of two neighbours',
				'border: [Poland, Ukraine]',
			);
		const [a, b] = readItems(sides, entry, block);
		return a && b && { at: positionOf(node, block), between: [a, b], label };
	});
}

/** The name of a file, `{file: ports.geojson, style: hatch, label: Ports}`, or a list of those. */
export function readData(entry: Entry, block: YamlBlock): Located<DataRef[]> | undefined {
	const { value } = entry;
	if (!value || (isScalar(value) && typeof value.value !== 'string'))
		return wrongType(entry, block, 'the name of a GeoJSON file or a list of them', 'data: ports.geojson');
	const files = itemsOf(value, block).map((node) =>
		isMap(node) ? readStyledFile(node, entry, block) : readFile({ ...entry, value: node }, block),
	);
	return { value: files.filter((file) => file !== undefined), at: positionOf(value, block) };
}

function readFile(entry: Entry, block: YamlBlock): DataRef | undefined {
	const name = readText(entry, block, `${entry.key}: ports.geojson`);
	return name && { at: name.at, file: name.value.replace(/^\.\//, ''), style: 'outline' };
}

function readStyledFile(node: Node, entry: Entry, block: YamlBlock): DataRef | undefined {
	if (!isMap(node)) return undefined;
	const entries = knownEntries(node, ['file', 'style', 'label'], block, `"${entry.key}"`);
	const named = entries.find(({ key }) => key === 'file');
	if (!named) block.report(problems.keyMissing(positionOf(node, block), 'file', `"${entry.key}"`));
	const file = named && readFile(named, block);
	const style = entries.find(({ key }) => key === 'style');
	const label = readLabel(entries, block);
	return file && { ...file, style: (style && readChoice(style, block, STYLES)?.value) ?? file.style, label };
}

type Part = 'stops' | 'between';

/** One drawing or a list of them, each a list of places or a map that holds this list and a label. */
function readEach<T>(
	entry: Entry,
	block: YamlBlock,
	part: Part,
	read: (places: Node, label?: string) => T | undefined,
): Located<T[]> | undefined {
	const { value } = entry;
	const example = part === 'stops' ? 'route: [Berlin, Warsaw]' : 'border: [Poland, Ukraine]';
	if (part === 'stops' && isScalar(value) && typeof value.value === 'string' && value.value.trim()) {
		const only = readPlace(value, entry, block);
		return only && reportLonely(only, block);
	}
	if (!isSeq(value) && !isMap(value)) return wrongType(entry, block, 'a list of places', example);
	const parts = isSeq(value) && value.items.some((item) => isSeq(item) || isDrawing(item as Node, part));
	const drawings = (parts ? itemsOf(value, block) : [value]).map((node) => {
		if (!isMap(node)) return read(node);
		const entries = knownEntries(node, [part, 'label'], block, `"${entry.key}"`);
		const places = entries.find(({ key }) => key === part);
		if (!places?.value) block.report(problems.keyMissing(positionOf(node, block), part, `"${entry.key}"`));
		return places?.value && read(places.value, readLabel(entries, block));
	});
	return { value: drawings.filter((drawing) => drawing !== undefined), at: positionOf(value, block) };
}

/** A map with `stops` or `between`, or something near it; `{name, lat, lon}` is a place. */
function isDrawing(node: Node, part: Part): boolean {
	if (!isMap(node)) return false;
	return node.items.some(
		({ key }) => isScalar(key) && nearest(String(key.value), [part, 'label']).length > 0,
	);
}

function readLabel(entries: Entry[], block: YamlBlock): string | undefined {
	const label = entries.find(({ key }) => key === 'label');
	return label && readText(label, block, 'label: Members in May 2024')?.value;
}
