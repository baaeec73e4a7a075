import { nearest } from '#lib/gazetteer/index.ts';
import type { HighlightStyle } from '#lib/story/index.ts';
import type { BorderRef, HighlightRef, Located, PlaceRef, RouteRef } from '../draft';
import { problems } from '../problems';
import { readPlace } from './read-place';
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
	wrongType,
	type Entry,
	type Node,
	type YamlBlock,
} from './yaml-block';

const STYLES: readonly HighlightStyle[] = ['fill', 'outline', 'hatch', 'mention'];

/** A name, a list of names, or names with a style: `{Ukraine: fill, NATO: {style: outline, label: …}}`. */
export function readHighlights(entry: Entry, block: YamlBlock): Located<HighlightRef[]> | undefined {
	const { value } = entry;
	if (!value || (isScalar(value) && typeof value.value !== 'string'))
		return wrongType(entry, block, 'a region, a list, or regions with a style', 'highlight: {Ukraine: fill}');
	const at = positionOf(value, block);
	const highlights = isMap(value)
		? entriesOf(value, block).map((region) => readStyled(region, block))
		: itemsOf(value, block).map((item) => asHighlight(readPlace(item, entry, block)));
	return { value: highlights.filter((highlight) => highlight !== undefined), at };
}

function asHighlight(place: PlaceRef | undefined): HighlightRef | undefined {
	return place && { place, style: 'fill' };
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
		const stops = itemsOf(node, block).map((item) => readPlace(item, entry, block));
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
		const [a, b] = sides.map((item) => readPlace(item, entry, block));
		return a && b && { at: positionOf(node, block), between: [a, b], label };
	});
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
