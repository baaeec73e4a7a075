import type { When } from '../draft';
import { wordsFor } from './words';

/** The day as a newspaper in this language prints it: `16.–17. Mai 2024`, `16 May 2024, evening`. */
export function datelineText({ from, to, part }: When, lang: string): string {
	const { partOfDay, join } = wordsFor(lang);
	const date = to ? spanText(from, to, lang) : dayText(from, lang);
	return part && partOfDay ? join(date, partOfDay[part]) : date;
}

function dayText(iso: string, lang: string, { withYear = true } = {}): string {
	const { locale } = wordsFor(lang);
	const year = withYear ? 'numeric' : undefined;
	const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year, timeZone: 'UTC' });
	return format.format(new Date(`${iso}T00:00:00Z`));
}

/** Not `formatRange`: what that writes differs between versions of ICU, and is no newspaper's way in Chinese. */
function spanText(from: string, to: string, lang: string): string {
	const { span } = wordsFor(lang);
	const [first, last] = [dayText(from, lang), dayText(to, lang)];
	if (!span || from.slice(0, 4) !== to.slice(0, 4)) return `${first} – ${last}`;
	const isDayFirst = span.order === 'day-first';
	if (from.slice(0, 7) !== to.slice(0, 7))
		return isDayFirst
			? `${dayText(from, lang, { withYear: false })} – ${last}`
			: `${first}${span.between}${dayText(to, lang, { withYear: false })}`;
	const [firstDay, lastDay] = [from, to].map((iso) => `${Number(iso.slice(8))}${span.afterDay}`);
	return isDayFirst ? `${firstDay}${span.between}${last}` : `${first}${span.between}${lastDay}`;
}
