import { nearest } from '#lib/gazetteer/index.ts';
import type { At, Located, PartOfDay, When } from '../draft';
import { problems } from '../problems';
import { readText, type Entry, type YamlBlock } from './yaml-block';

const PARTS_OF_DAY: readonly PartOfDay[] = ['morning', 'noon', 'afternoon', 'evening', 'night'];

/** `2024-05-16`, `2024-05-16/2024-05-17`, either followed by a part of the day: `2024-05-16 evening`. */
export function readWhen(entry: Entry, block: YamlBlock): Located<When> | undefined {
	const text = readText(entry, block, 'when: 2024-05-16');
	if (!text) return undefined;
	const [, days = text.value, part] = /^(\S+)(?:\s+(\S.*))?$/.exec(text.value) ?? [];
	const [from = '', to, ...more] = days.split('/');
	const wrong = [from, to].find((day) => day !== undefined && !isDay(day));
	if (wrong !== undefined || more.length) return reportDate(text.at, wrong ?? text.value, block);
	if (to !== undefined && to < from)
		return block.report(
			problems.dateInvalid(text.at, text.value, 'ends before it begins', `Write "${to}/${from}".`),
		) as undefined;
	const known = PARTS_OF_DAY.find((name) => name === part);
	if (part !== undefined && !known)
		block.report(
			problems.valueUnknown(
				text.at,
				'the part of the day',
				part,
				PARTS_OF_DAY,
				nearest(part, PARTS_OF_DAY)[0],
			),
		);
	return { value: { from, to: to === from ? undefined : to, part: known }, at: text.at };
}

/** One calendar date, ISO 8601. */
export function readDate(entry: Entry, block: YamlBlock): Located<string> | undefined {
	const text = readText(entry, block, `${entry.key}: 2024-05-16`);
	if (!text || isDay(text.value)) return text;
	return reportDate(text.at, text.value, block);
}

function reportDate(at: At, received: string, block: YamlBlock): undefined {
	const looksRight = /^\d{4}-\d{2}-\d{2}$/.test(received);
	const why = looksRight ? 'is not in the calendar' : 'is no date that can be read without doubt';
	block.report(
		problems.dateInvalid(
			at,
			received,
			why,
			'Write year, month and day: "2024-05-16", or "2024-05-16/2024-05-17".',
		),
	);
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
