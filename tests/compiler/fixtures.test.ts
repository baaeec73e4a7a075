import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#lib/story/index.ts';
import { CODES } from './codes';
import { compileFixture, FIXTURES } from './fixture-world';

const folders = readdirSync(FIXTURES).filter((name) => name !== 'world');

/** Mistakes that need a file of many megabytes: data.test.ts and images.test.ts make up what is known of one. */
const TOO_LARGE_TO_KEEP = ['data-large', 'image-large'];

describe('a story with a mistake', () => {
	const mistakes = folders.filter((name) => !existsSync(`${FIXTURES}/${name}/expected.json`));

	test('has a folder for every code, and no other', () => {
		expect([...mistakes, ...TOO_LARGE_TO_KEEP].sort()).toEqual(CODES);
	});

	test.each(mistakes)('is told of %s, where it stands and what to write instead', async (name) => {
		const problems = compileFixture(name).flatMap((compiled) => compiled.problems);
		const lines = [...new Set(problems.map(formatProblem))];
		expect(lines.some((line) => line.includes(` ${name}: `))).toBe(true);
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`fixtures/${name}/expected.txt`);
	});
});

test('a good story becomes exactly the expected one, in both languages', async () => {
	const compiled = compileFixture('good-story');
	expect(compiled.flatMap(({ problems }) => problems)).toEqual([]);
	const json = JSON.stringify(compiled, null, '\t');
	await expect(`${json}\n`).toMatchFileSnapshot('fixtures/good-story/expected.json');
});
