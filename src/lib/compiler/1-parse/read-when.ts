import { nearest } from '#lib/gazetteer/index.ts';
import type { Located, PartOfDay, When } from '../draft';
import { problems } from '../problems';
import { readText, type Entry, type YamlBlock } from './yaml-block';

const PARTS_OF_DAY: readonly PartOfDay[] = ['morning', 'noon', 'afternoon', 'evening', 'night'];

const ISO_DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;

/** `2024-05-16`, `2024-05-16/2024-05-17`, either followed by a part of the day: `2024-05-16 evening`. */
export function readWhen(entry: Entry, block: YamlBlock): Located<When> | undefined {
	const text = readText(entry, block, 'when: 2024-05-16');
	if (!text) return undefined;
	const [, days = text.value, part] = /^(\S+)(?:\s+(\S.*))?$/.exec(text.value) ?? [];
	const [from = '', to, ...more] = days.split('/');
	const isSpan = more.length === 0 && [from, to].every((day) => day === undefined || isDay(day));
	const wroteTwo = (text.value.match(ISO_DAY)?.length ?? 0) > 1 && !days.includes('/');
	if (!isSpan || wroteTwo) return reportDate(text, block, 'span');
	if (to !== undefined && to < from) {
		const better = [`${to}/${from}`, part].filter(Boolean).join(' ');
		block.report(problems.dateInvalid(text.at, text.value, 'ends before it begins', `Write "${better}".`));
		return undefined;
	}
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
	return reportDate(text, block);
}

function reportDate({ value, at }: Located<string>, block: YamlBlock, allowed?: 'span'): undefined {
	const days = value.match(ISO_DAY) ?? [];
	const wrong = days.find((day) => !isDay(day));
	const why = wrong ? 'is not in the calendar' : 'is no date that can be read without doubt';
	const [from, to] = wrong || !allowed ? [] : [...days].sort();
	const hint = to
		? `Write "${from}/${to}".`
		: 'Write year, month and day: "2024-05-16", or "2024-05-16/2024-05-17".';
	block.report(problems.dateInvalid(at, value, why, hint));
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
