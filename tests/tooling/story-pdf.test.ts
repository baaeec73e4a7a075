import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readPdfOptions } from '../../src/cli/story-pdf-options.ts';

const STORIES = [
	{ slug: 'suez-canal', languages: ['ar', 'en'] },
	{ slug: 'two-days-in-china', languages: ['de', 'en'] },
];
const read = (...args: string[]) => readPdfOptions(args, STORIES);

describe('what is asked of story:pdf', () => {
	it('is both PDFs in every language, into pdf/', () => {
		expect(read('two-days-in-china')).toEqual({
			slug: 'two-days-in-china',
			languages: ['de', 'en'],
			papers: ['article', 'slides'],
			out: 'pdf',
		});
	});

	it('is the article alone as a handout, in one language, into a folder', () => {
		expect(read('--handout', 'suez-canal', '--lang', 'ar', '--out=some=where')).toEqual({
			slug: 'suez-canal',
			languages: ['ar'],
			papers: ['article'],
			out: 'some=where',
		});
	});

	it.each([
		[['suez-canl'], 'There is no story "suez-canl". Did you mean "suez-canal"?'],
		[
			['harbin'],
			'There is no story "harbin". A story is called as its folder: suez-canal, two-days-in-china',
		],
		[[], 'Which story? Write npm run story:pdf -- suez-canal'],
		[['suez-canal', 'two-days-in-china'], 'One story at a time — saw "suez-canal" and "two-days-in-china".'],
		[['suez-canal', '--handot'], 'There is no "--handot" here. Did you mean "--handout"?'],
		[['suez-canal', '-x'], 'There is no "-x" here. Write npm run story:pdf -- my-story'],
		[['suez-canal', '--handout=yes'], '--handout takes no value — saw "--handout=yes".'],
		[['suez-canal', '--lang'], '--lang needs a language of the story: --lang de'],
		[['suez-canal', '--out', '--handout'], '--out needs a folder: --out handouts'],
		[['suez-canal', '--lang', 'fi'], 'The story "suez-canal" is not told in "fi". Its languages: ar, en.'],
	])('is refused with what to write instead: %j', (args, message) => {
		expect(() => read(...args)).toThrow(message);
	});

	it('needs a story', () => {
		expect(() => readPdfOptions(['a'], [])).toThrow('There is no story yet.');
	});
});

describe('story:pdf', () => {
	it.each([
		[['two-days-in-chin'], 'There is no story "two-days-in-chin". Did you mean "two-days-in-china"?'],
		[
			['two-days-in-china', '--out', 'README.md'],
			'No PDF can be written to "README.md": it is a file. Name another folder: --out handouts',
		],
	])('says what is wrong before anything is built, and nothing else: %j', (args, message) => {
		const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'src/cli/story-pdf.ts', ...args], {
			encoding: 'utf8',
			shell: process.platform === 'win32',
			env: { ...process.env, DATELINE_STORIES: '', npm_config_loglevel: 'error' },
		});
		expect(stderr.trim()).toBe(message);
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});
});
