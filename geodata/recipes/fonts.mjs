import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fromBuffer } from '@capsizecss/unpack';
import { convert } from 'fontverter';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import { fallbackRules } from './lib/font-fallbacks.mjs';
import { copyrightOf, renameFont } from './lib/font-names.mjs';
import { readJson, root, source } from './lib/paths.mjs';
import { charactersOf, rangeOf } from './lib/unicode-range.mjs';

const FOLDER = root('src/lib/components/fonts');
/** Of all that the faces can do, what running text needs: figures stay as the designer set them. */
const FEATURES = ['kern', 'mark', 'mkmk', 'liga', 'calt', 'ccmp', 'locl'];

const LITERATA = { source: 'literata', family: 'Literata' };
/**
 * The faces, each in files by script. Axes that the page does not need are pinned; `weights` and `style` are what the
 * stylesheet says. Faces that `replace` a kind of system font are on every page, so one of that kind stands in until they come.
 * Faces `onMap` have all western letters in their core: the map draws a letter at once, with what is there.
 */
const FACES = [
	{
		...LITERATA,
		file: 'literata',
		from: 'opsz-normal',
		axes: { opsz: 18, wght: 400 },
		weights: '400',
		replaces: 'serif',
	},
	{
		...LITERATA,
		file: 'literata-bold',
		from: 'opsz-normal',
		axes: { opsz: 18, wght: 600 },
		weights: '600 700',
	},
	{
		...LITERATA,
		file: 'literata-italic',
		from: 'opsz-italic',
		axes: { opsz: 18, wght: 400 },
		weights: '400',
		style: 'italic',
		onMap: true,
	},
	{
		...LITERATA,
		file: 'literata-display',
		family: 'Literata Display',
		from: 'opsz-normal',
		axes: { opsz: 72, wght: { min: 430, max: 600 } },
		weights: '430 600',
		replaces: 'serif',
	},
	{
		source: 'source-sans-3',
		file: 'dateline-sans',
		family: 'Dateline Sans',
		// "Source" is a Reserved Font Name: what was changed must bear another name.
		rename: [
			['Source Sans 3', 'Dateline Sans'],
			['SourceSans3', 'DatelineSans'],
		],
		from: 'wght-normal',
		axes: { wght: { min: 400, max: 700 } },
		weights: '400 700',
		replaces: 'sans',
		onMap: true,
	},
];

/** What German and English are written with, and the signs that a page sets. */
const CORE = charactersOf('U+20-7E') + 'ÄÖÜäöüßÉé\u00a0\u00ad§©«»°·×÷½²³–—‘’‚“”„•…′″‹›⁄€™↑↓−\u2009';

const WESTERN = charactersOf('U+A1-FF,U+131,U+152-153');

/** The scripts of the sources, one file each; a page fetches it when a character asks. */
const SCRIPTS = ['vietnamese', 'greek', 'cyrillic', 'latin-ext', 'latin'];

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const rules = [];
for (const face of FACES) {
	for (const script of SCRIPTS) rules.push(await cut(face, script, script));
	// Of several rules for a character browsers take the last.
	rules.push(await cut(face, 'core', 'latin'));
	if (face.replaces) rules.push(...fallbackRules(face, await fromBuffer(readFileSync(fileOf(face, 'core')))));
}
writeFileSync(
	root('src/lib/components/fonts.css'),
	`/* Written by geodata/recipes/fonts.mjs; change it there. */\n${rules.map(toCss).join('\n')}\n`,
);

/** Writes one file of a face; returns its rule. */
async function cut(face, name, script) {
	const range = readJson(source(`@fontsource-variable/${face.source}/unicode.json`))[script];
	const bytes = readFileSync(
		source(`@fontsource-variable/${face.source}/files/${face.source}-${script}-${face.from}.woff2`),
	);
	const has = new Set(create(bytes).characterSet);
	const core = face.onMap ? CORE + WESTERN : CORE;
	const characters = [...charactersOf(range)].filter(
		(character) => has.has(character.codePointAt(0)) && core.includes(character) === (name === 'core'),
	);
	const sfnt = await subsetFont(bytes, characters.join(''), {
		targetFormat: 'sfnt',
		variationAxes: face.axes,
		keepFeatures: FEATURES,
		noHinting: true,
		preserveNameIds: [13, 14],
	});
	const written = await convert(renameFont(sfnt, face.rename), 'woff2');
	const file = fileOf(face, name);
	writeFileSync(file, written);
	if (name === 'core') writeLicence(face, copyrightOf(sfnt));
	console.log(`${basename(file)}: ${written.length} bytes, ${characters.length} characters`);
	return {
		'font-family': `'${face.family}'`,
		'font-weight': face.weights,
		'font-style': face.style ?? 'normal',
		'font-display': 'swap',
		src: `url('./fonts/${basename(file)}') format('woff2')`,
		'unicode-range': script === 'latin' ? rangeOf(characters) : range.replaceAll(',', ', '),
	};
}

/** The text of the Open Font License, which is the package's, under the copyright that the font itself states. */
function writeLicence({ source: name, family }, copyright) {
	const text = readFileSync(source(`@fontsource-variable/${name}/LICENSE`), 'utf8');
	const licence = text.slice(text.indexOf('This Font Software is licensed'));
	const file = `${family.split(' ')[0].toLowerCase()}-OFL.txt`;
	writeFileSync(`${FOLDER}/${file}`, `${copyright}\n\n${licence.trimEnd()}\n`);
}

function fileOf(face, name) {
	return `${FOLDER}/${face.file}-${name}.woff2`;
}

function toCss(descriptors) {
	const lines = Object.entries(descriptors).map(([name, value]) => `\t${name}: ${value};`);
	return ['@font-face {', ...lines, '}'].join('\n');
}
