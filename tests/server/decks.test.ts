import { beforeAll, describe, expect, it } from 'vitest';
import { deck } from '#lib/server/decks.ts';
import { story } from '#lib/server/stories.ts';
import { loadMeasure } from '#lib/server/typesetter.ts';
import type { Deck } from '#lib/story/index.ts';

const SLUG = 'two-days-in-china';
const text = (html: string) => html.replace(/<[^>]*>|\s/g, '');

describe('the deck of a story', () => {
	let found: Deck;

	beforeAll(async () => {
		found = (await deck('de', SLUG, { toStory: '../', sources: 'Quellen' }))!;
	});

	it('holds the whole text', () => {
		const { cover, steps } = story('de', SLUG)!.story;
		expect(
			found.slides.slice(0, -1).map(({ parts }) => text(parts.map(({ html }) => html).join(''))),
		).toEqual([cover, ...steps].map(({ html }) => text(html)));
	});

	it('needs two parts at most for a step of the flagship', () => {
		expect(Math.max(...found.slides.map(({ parts }) => parts.length))).toBeLessThanOrEqual(2);
	});

	it('holds no note', () => {
		expect(JSON.stringify(found)).not.toContain('"note"');
	});

	it('is none where there is no story', async () => {
		expect(await deck('de', 'nowhere', { toStory: '../', sources: '' })).toBeUndefined();
	});
});

describe('the measure of words', () => {
	it('is that of the face', async () => {
		const measure = await loadMeasure();
		expect(measure('illi', 'text')).toBeLessThan(measure('mmmm', 'text') / 2);
		expect(measure('Schiff', 'text')).toBeLessThan(measure('Schiff', 'bold'));
	});

	it('guesses letters that no face has, wide ones as squares and marks as nothing', async () => {
		const measure = await loadMeasure();
		expect(measure('北京', 'text')).toBe(2);
		expect(measure('قناة', 'text')).toBeCloseTo(4 * 0.65);
		expect(measure('قَنَاة', 'text')).toBeCloseTo(4 * 0.65);
	});
});
