import { nearest } from '#lib/gazetteer/index.ts';

/** What is printed of a story: the page that is scrolled, as an article, or its slides. */
export type Paper = 'article' | 'slides';

export interface PdfOptions {
	slug: string;
	languages: string[];
	papers: Paper[];
	/** The folder that takes the files. */
	out: string;
}

/** A story that can be asked for. */
interface Told {
	slug: string;
	languages: string[];
}

const FLAGS = ['--handout', '--lang', '--out'];
const USAGE = 'npm run story:pdf -- my-story [--handout] [--lang de] [--out folder]';

/**
 * Reads the words behind `npm run story:pdf --`.
 *
 * @throws with what is wrong and what to write instead
 */
export function readPdfOptions(args: string[], stories: Told[]): PdfOptions {
	const { words, flags } = sorted(args);
	const story = storyCalled(words, stories);
	const lang = flags.get('--lang');
	if (lang !== undefined && !story.languages.includes(lang))
		throw new Error(
			`The story "${story.slug}" is not told in "${lang}". Its languages: ${story.languages.join(', ')}.`,
		);
	return {
		slug: story.slug,
		languages: lang === undefined ? story.languages : [lang],
		papers: flags.has('--handout') ? ['article'] : ['article', 'slides'],
		out: flags.get('--out') ?? 'pdf',
	};
}

/** Flags with their values, `--lang de` or `--lang=de`, and all other words. */
function sorted(args: string[]): { words: string[]; flags: Map<string, string> } {
	const words: string[] = [];
	const flags = new Map<string, string>();
	for (let at = 0; at < args.length; at++) {
		const [name = '', ...joined] = args[at]!.split('=');
		if (!name.startsWith('-')) {
			words.push(args[at]!);
			continue;
		}
		if (!FLAGS.includes(name)) throw new Error(unknownFlag(name));
		if (name === '--handout') {
			if (joined.length) throw new Error(`--handout takes no value — saw "${args[at]}". Write ${USAGE}`);
			flags.set(name, '');
			continue;
		}
		const value = joined.length ? joined.join('=') : args[++at];
		if (!value || value.startsWith('-')) throw new Error(missingValue(name));
		flags.set(name, value);
	}
	return { words, flags };
}

function storyCalled(words: string[], stories: Told[]): Told {
	const slugs = stories.map(({ slug }) => slug);
	if (!slugs.length)
		throw new Error('There is no story yet. A story is a folder with a file such as de.md; see README.md.');
	const [slug, second] = words;
	if (slug === undefined)
		throw new Error(`Which story? Write ${USAGE.replace('my-story', slugs[0]!)}\nThere is: ${list(slugs)}`);
	if (second !== undefined)
		throw new Error(`One story at a time — saw "${words.join('" and "')}". Write ${USAGE}`);
	const found = stories.find((story) => story.slug === slug);
	if (found) return found;
	const [near] = nearest(slug, slugs);
	throw new Error(
		`There is no story "${slug}". ${near ? `Did you mean "${near}"?` : `A story is called as its folder: ${list(slugs)}`}`,
	);
}

function unknownFlag(name: string): string {
	const [near] = nearest(name, FLAGS);
	return `There is no "${name}" here. ${near ? `Did you mean "${near}"?` : `Write ${USAGE}`}`;
}

function missingValue(name: string): string {
	return name === '--lang'
		? '--lang needs a language of the story: --lang de'
		: '--out needs a folder: --out handouts';
}

function list(slugs: string[]): string {
	const most = 12;
	return slugs.length > most ? `${slugs.slice(0, most).join(', ')} …` : slugs.join(', ');
}
