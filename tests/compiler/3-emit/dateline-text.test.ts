import { describe, expect, test } from 'vitest';
import { datelineText } from '../../../src/lib/compiler/3-emit/dateline-text';

const day = { from: '2024-05-16' };
const days = { from: '2024-05-16', to: '2024-05-17' };
const months = { from: '2024-04-30', to: '2024-05-02' };
const evening = { from: '2024-05-16', part: 'evening' as const };

describe('the day at the head of a step', () => {
	test.each([
		['de', day, '16. Mai 2024'],
		['de', days, '16.–17. Mai 2024'],
		['de', months, '30. April – 2. Mai 2024'],
		['de', evening, '16. Mai 2024, abends'],
		['en', day, '16 May 2024'],
		['en', days, '16–17 May 2024'],
		['en', months, '30 April – 2 May 2024'],
		['en', { from: '2023-12-31', to: '2024-01-01' }, '31 December 2023 – 1 January 2024'],
		['zh', months, '2024年4月30日至5月2日'],
		['fr', days, '16 mai 2024 – 17 mai 2024'],
		['en', evening, '16 May 2024, evening'],
		['zh', evening, '2024年5月16日晚上'],
		['zh', days, '2024年5月16日至17日'],
		['ru', evening, '16 мая 2024 г., вечером'],
		['ru', days, '16–17 мая 2024 г.'],
		['fr', evening, '16 mai 2024'],
	])('in %s for %j is "%s"', (lang, when, text) => {
		expect(datelineText(when, lang)).toBe(text);
	});
});
