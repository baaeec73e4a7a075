import { text as textFrom } from 'node:stream/consumers';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGazetteer } from '#lib/gazetteer/index.ts';
import {
	readLexicon,
	recognise,
	type LexiconFile,
	type RecogniseOptions,
} from '#lib/gazetteer/recognise/index.ts';

const USAGE = `npm run --silent places -- [--lang xx] [FILE…]

Prints the places that texts name, one JSON line a file: {"file", "lang", "places": [{"start", "end", "text", "id", "name",
"kind", "form", "country", "lat", "lon", "confidence"}]}. Without a file, or for "-", standard input is read.
start and end count UTF-16 code units. form is name, adjective (Chinese, Pekinger, Ukraine-Krieg) or metonym (the Kremlin).
Where it stays open which place is meant, "candidates" has all of them, {"id", "name"}, the likeliest first.
Organisations (the EU, NATO) are no places of a text, and are left out.

  --lang xx   the language of the texts (en, de, ru, zh …), which is detected else
  --help      this text`;

const BUILT = join(import.meta.dirname, '..', '..', 'geodata', 'built');

/** What an author did wrong, in words. */
class Mistake extends Error {}

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 2;
}

async function run(args: string[]): Promise<number> {
	const { lang, help, files } = optionsOf(args);
	if (help) {
		console.log(USAGE);
		return 0;
	}
	const options: RecogniseOptions = { ...open(), lang };
	let failed = false;
	for (const file of files.length ? files : ['-']) {
		try {
			const { lang, places } = recognise(await readText(file), options);
			const printed = places.map(
				({ start, end, text, id, name, kind, form, country, lat, lon, confidence, candidates }) => ({
					start,
					end,
					text,
					id,
					name,
					kind,
					form,
					country: country ?? null,
					lat,
					lon,
					confidence,
					candidates,
				}),
			);
			process.stdout.write(`${JSON.stringify({ file, lang, places: printed })}\n`);
		} catch (error) {
			failed = true;
			console.error(error instanceof Error ? error.message : String(error));
		}
	}
	return failed ? 2 : 0;
}

function optionsOf(args: string[]): { lang?: string; help: boolean; files: string[] } {
	try {
		const { values, positionals } = parseArgs({
			args,
			options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
			allowPositionals: true,
		});
		if (values.lang !== undefined && !/^[a-z]{2}(?:-[A-Za-z]+)?$/.test(values.lang))
			throw new Mistake(
				`--lang "${values.lang}" is no code of a language. Write two letters, such as --lang de.`,
			);
		return { lang: values.lang?.slice(0, 2), help: values.help ?? false, files: positionals };
	} catch (error) {
		if (error instanceof Mistake) throw error;
		const { message } = error as Error;
		throw new Mistake(
			`${message.split('. To specify')[0]}. Write npm run --silent places -- [--lang xx] FILE…, or --help.`,
		);
	}
}

async function readText(file: string): Promise<string> {
	try {
		return file === '-' ? await textFrom(process.stdin) : readFileSync(file, 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const why =
			code === 'ENOENT'
				? 'there is no such file'
				: code === 'EISDIR'
					? 'it is a folder'
					: code === 'EACCES'
						? 'you may not read it'
						: `reading it failed (${code})`;
		throw new Mistake(`${file}: ${why}. Name a text file, or write its text to standard input.`);
	}
}

function open(): { gazetteer: RecogniseOptions['gazetteer']; lexicon: RecogniseOptions['lexicon'] } {
	const read = (name: string) => readFileSync(join(BUILT, name), 'utf8');
	return {
		gazetteer: createGazetteer({
			placesTsv: read('places.tsv'),
			namesTsv: read('names.tsv'),
			regions: JSON.parse(read('regions.json')),
		}),
		lexicon: readLexicon(JSON.parse(read('lexicon.json')) as LexiconFile),
	};
}
