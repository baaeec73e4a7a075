import { expect, test } from 'vitest';
import { compile, storyWith } from '../fixture-world';

const codesOf = (map: string) => compile({ de: storyWith(map) }).problems.map(({ code }) => code);
const shownIn = (map: string) => compile({ de: storyWith(map) }).story?.steps[0]?.view.marks[0]?.id;

test('a name that several places share is settled by what the story names beyond doubt', () => {
	expect(codesOf('show: Springfield')).toEqual(['place-ambiguous']);
	expect(codesOf('show: [Springfield]\nfocus: Illinois')).toEqual([]);
	expect(shownIn('show: [Springfield]\nfocus: Illinois')).toBe('geonames:4250542');
	expect(shownIn('show: [Springfield]\nfocus: Missouri')).toBe('geonames:4409896');
});

test('a qualified name settles the bare one everywhere in the story', () => {
	expect(codesOf('highlight: Georgia')).toEqual(['place-ambiguous']);
	expect(codesOf("highlight: Georgia\nfocus: ['Georgia, US']")).toEqual([]);
});

test('a name is no context to itself', () => {
	expect(codesOf('show: Springfield\nfocus: Springfield').every((code) => code === 'place-ambiguous')).toBe(
		true,
	);
});
