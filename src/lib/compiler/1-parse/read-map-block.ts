import type { Located, MapBlock } from '../draft';
import { problems } from '../problems';
import { LONGEST_SLUG, slugify } from '../slug';
import { readBorders, readData, readHighlights, readRoutes } from './read-drawings';
import { readPlace, readPlaces, readPoint } from './read-place';
import { readWhen } from './read-when';
import {
	isMap,
	knownEntries,
	positionOf,
	readBoolean,
	readNumber,
	readText,
	readYaml,
	received,
	type Entry,
	type YamlBlock,
} from './yaml-block';

type Reader<K extends keyof MapBlock> = (entry: Entry, block: YamlBlock) => MapBlock[K];

/** How each key of a map block is read. */
const READERS: { [K in keyof Required<MapBlock>]: Reader<K> } = {
	focus: readFocus,
	show: readPlaces,
	highlight: readHighlights,
	route: readRoutes,
	border: readBorders,
	when: readWhen,
	dateline: readDateline,
	describe: (entry, block) => readText(entry, block, 'describe: Beijing lies in the plain'),
	center: readPoint,
	zoom: (entry, block) => readNumber(entry, block, [0, 22]),
	pitch: (entry, block) => readNumber(entry, block, [0, 60]),
	bearing: (entry, block) => readNumber(entry, block, [-360, 360]),
	hidden: readBoolean,
	id: readId,
	short: (entry, block) => readText(entry, block, 'short: Harbin'),
	data: readData,
};

const KEYS = Object.keys(READERS);

/** Reads the YAML of a `map` block. Reports every key and value that is not as it should be, and leaves it out. */
export function readMapBlock(text: string, context: Pick<YamlBlock, 'lang' | 'locate' | 'report'>): MapBlock {
	const block = readYaml(text, { name: 'The map block', ...context });
	const root = block?.document.contents;
	if (!block || !root) return {};
	if (!isMap(root)) {
		const expected = 'keys with values';
		block.report(
			problems.typeWrong(positionOf(root, block), 'map', expected, received(root, block), 'focus: Berlin'),
		);
		return {};
	}
	const map: MapBlock = {};
	for (const entry of knownEntries(root, KEYS, block))
		readKey(map, entry.key as keyof MapBlock, entry, block);
	return map;
}

function readKey<K extends keyof MapBlock>(map: MapBlock, key: K, entry: Entry, block: YamlBlock): void {
	const value = READERS[key](entry, block);
	if (value !== undefined) map[key] = value;
}

function readFocus(entry: Entry, block: YamlBlock): MapBlock['focus'] {
	const before = readPlaces(entry, block);
	if (before && before.value.length === 0 && received(entry.value, block).replace(/\s/g, '') === '[]')
		block.report(
			problems.typeWrong(before.at, 'focus', 'a place or a list of places', '[]', 'focus: Berlin'),
		);
	return before?.value.length ? before : undefined;
}

function readDateline(entry: Entry, block: YamlBlock): MapBlock['dateline'] {
	const place = readPlace(entry.value, entry, block);
	return place && { value: place, at: place.at };
}

function readId(entry: Entry, block: YamlBlock): Located<string> | undefined {
	const id = readText(entry, block, 'id: harbin');
	if (!id) return undefined;
	const isPlain = /^[\p{Ll}\p{Lo}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{Nd}]+)*$/u.test(id.value);
	if (isPlain && id.value === id.value.normalize('NFKC') && [...id.value].length <= LONGEST_SLUG) return id;
	const why = isPlain
		? `has more than ${LONGEST_SLUG} characters`
		: 'holds more than small letters, digits and hyphens';
	block.report(problems.idInvalid(id.at, id.value, why, slugify(id.value) || 'step'));
	return undefined;
}
