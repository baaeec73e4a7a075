import type { When } from '../draft';
import { wordsFor } from './words';

/** The day as a newspaper in this language prints it: `16.–17. Mai 2024`, `16 May 2024, evening`. */
export function datelineText({ from, to, part }: When, lang: string): string {
	const { locale, partOfDay, join } = wordsFor(lang);
	const format = new Intl.DateTimeFormat(locale, {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	});
	const date = to ? format.formatRange(day(from), day(to)) : format.format(day(from));
	// Which spaces stand around the dash differs between versions of ICU.
	const plain = date.replace(/[\u2009\u202f]/g, ' ');
	return part && partOfDay ? join(plain, partOfDay[part]) : plain;
}

function day(iso: string): Date {
	return new Date(`${iso}T00:00:00Z`);
}
