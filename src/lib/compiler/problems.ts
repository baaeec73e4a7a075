import type { Problem } from '#lib/story/index.ts';
import type { Candidate } from '#lib/gazetteer/index.ts';
import type { At } from './draft';

/** Every problem that a story can have: its code, what is wrong, and what to write instead. */
export const problems = {
	blockTwice: (at: At) =>
		error(at, 'map-twice', 'This step has a second map block.', 'Join the two: a step has one map.'),
	blockMisplaced: (at: At, where: string) =>
		error(at, 'map-misplaced', `This map block ${where}.`, 'Put it at the left margin, between paragraphs.'),
	blockMeta: (at: At, received: string) =>
		error(
			at,
			'map-meta',
			`${quote(received)} stands in the line of "\`\`\`map", where nobody reads it.`,
			'Begin it in the next line.',
		),
	borderNone: (at: At, a: string, b: string) =>
		error(
			at,
			'border-none',
			`${quote(a)} and ${quote(b)} have no border in common.`,
			'Name two neighbours on land.',
		),
	commentUnclosed: (at: At) =>
		error(
			at,
			'comment-unclosed',
			'This comment is never closed, so the rest of the text is part of it.',
			'Close it with "-->".',
		),
	coordinatesBare: (at: At, received: string) =>
		error(
			at,
			'coordinates-bare',
			`${quote(received)} does not say which number is the latitude.`,
			'Write the name of a place, or "{name: …, lat: …, lon: …}".',
		),
	/** @param name absent: the file that the position is in */
	encodingWrong: (at: At, guess: string, name?: string) =>
		error(
			at,
			'file-not-utf8',
			`${name ? quote(name) : 'This file'} is not UTF-8; it looks like ${guess}.`,
			'Save it as UTF-8: most editors offer that beside "Save as".',
		),
	fileEmpty: (at: At) =>
		error(
			at,
			'file-empty',
			'This file is empty.',
			'Begin it with "---", "title: …" and "---", and each step with a heading: "## Berlin".',
		),
	dataEmpty: (at: At, file: string) =>
		error(
			at,
			'data-empty',
			`There is nothing to draw in ${quote(file)}.`,
			'It needs an area, a line or a point; features without geometry are not drawn.',
		),
	dataLarge: (at: At, file: string, kilobytes: number, most: number) =>
		error(
			at,
			'data-large',
			`${quote(file)} has ${kilobytes} KB; ${most} KB are the most.`,
			'Simplify it, for example on mapshaper.org: "-simplify 10% keep-shapes", then "-o precision=0.001".',
		),
	dataMissing: (at: At, file: string, near: string | undefined, others: string[]) =>
		error(
			at,
			'data-missing',
			`There is no file ${quote(file)} beside this one.`,
			near
				? `Did you mean ${quote(near)}?`
				: others.length
					? `There is ${others.map(quote).join(', ')}.`
					: 'Put it into the folder of the story, with a name that ends in ".geojson".',
		),
	dataNotGeoJson: (at: At, file: string, found: string, hint?: string) =>
		error(
			at,
			'data-not-geojson',
			`${quote(file)} is not GeoJSON: it holds ${found}.`,
			hint ?? 'It must hold a geometry, a Feature or a FeatureCollection.',
		),
	dataNotJson: (at: At, file: string, { line, found }: { line: number; found?: string }) =>
		error(
			at,
			'data-not-json',
			`${quote(file)} is not JSON: ${found === undefined ? `it ends too early, in line ${line}` : `its line ${line} cannot be read from ${quote(found)} on`}.`,
			'Look there for a comma, a bracket or a quote too many or too few.',
		),
	dataRange: (at: At, file: string, [lon, lat]: readonly number[], where: string, hint: string) =>
		error(
			at,
			'data-range',
			`${where} of ${quote(file)} is at longitude ${lon}, latitude ${lat}; they must be between -180 and 180, -90 and 90.`,
			hint,
		),
	dataSwapped: (at: At, file: string, distance: number) =>
		warning(
			at,
			'data-swapped',
			`What ${quote(file)} draws lies ${distance} km from the rest of this map; with longitude and latitude swapped it would lie there.`,
			'GeoJSON puts longitude first: "[13.4, 52.5]" is Berlin.',
		),
	dateInvalid: (at: At, received: string, why: string, hint: string) =>
		error(at, 'date-invalid', `${quote(received)} ${why}.`, hint),
	datelineWithoutWhen: (at: At) =>
		warning(
			at,
			'dateline-without-when',
			'A dateline without a day is not shown.',
			'Add "when: 2024-05-16" to this map block.',
		),
	fileName: (at: At, name: string) =>
		error(
			at,
			'file-name',
			`The name ${quote(name)} does not say the language of the story.`,
			'Name it by the code of its language: "de.md", "en.md", "pt-br.md". Only README.md may stand beside the stories.',
		),
	fenceUnknown: (at: At, received: string, near: string | undefined) =>
		error(
			at,
			'fence-unknown',
			`No block is called ${quote(received)}.`,
			near
				? `Did you mean ${quote(`\`\`\`${near}`)}?`
				: 'Write "```map" for a map, and "```" or "```text" for text that is shown as it is typed.',
		),
	fenceUnclosed: (at: At, fence: string) =>
		error(
			at,
			'fence-unclosed',
			`The block that begins with ${quote(fence)} is never closed.`,
			`Write ${quote(/^[`~]+/.exec(fence)?.[0] ?? '```')} on a line of its own where it ends.`,
		),
	focusMissing: (at: At) =>
		error(
			at,
			'focus-missing',
			'No step of this story names a place, so there is nothing to see on the map.',
			'Add a map block with "focus: …" to the first step.',
		),
	footnoteMissing: (at: At, label: string, near: string | undefined) =>
		error(
			at,
			'footnote-missing',
			`No footnote is called ${quote(`[^${label}]`)}.`,
			near
				? `Did you mean ${quote(`[^${near}]`)}?`
				: `Write it on a line of its own, anywhere in this file: ${quote(`[^${label}]: …`)}.`,
		),
	footnoteTwice: (at: At, label: string, firstLine: number) =>
		error(
			at,
			'footnote-twice',
			`The footnote ${quote(`[^${label}]`)} is written twice, first in line ${firstLine}.`,
			'Keep one of them, or give this one another name.',
		),
	footnoteUnused: (at: At, label: string) =>
		warning(
			at,
			'footnote-unused',
			`Nothing in the text leads to the footnote ${quote(`[^${label}]`)}, so it is not shown.`,
			`Write ${quote(`[^${label}]`)} where it belongs, or take it out.`,
		),
	frontMatterUnclosed: (at: At) =>
		error(
			at,
			'front-matter-unclosed',
			'The front matter is never closed.',
			'Write "---" on a line of its own where it ends.',
		),
	headingLevel: (at: At) =>
		error(
			at,
			'heading-level',
			'A heading with one "#" is the title of the page.',
			'Put the title into the front matter, and write "##" for a step.',
		),
	headingEmpty: (at: At) =>
		error(
			at,
			'heading-empty',
			'This step has a heading without words.',
			'Name the step: its name stands in the progress rail and in its address.',
		),
	highlightPoint: (at: At, name: string, kind: string, write = name) =>
		error(
			at,
			'highlight-point',
			`${quote(name)} is a ${kind}, which has no area to highlight.`,
			`Mark it with "show: ${write}", or highlight the province or country around it.`,
		),
	htmlUnsupported: (at: At, received: string) =>
		error(
			at,
			'html-unsupported',
			`HTML such as ${quote(received)} is not taken over.`,
			'Write Markdown instead; only comments may stand between "<" and ">".',
		),
	idDuplicate: (at: At, id: string) =>
		error(
			at,
			'id-duplicate',
			`Another step already has the id ${quote(id)}.`,
			'Give each step an id of its own.',
		),
	idInTranslation: (at: At, original: string) =>
		error(
			at,
			'id-in-translation',
			'A translation has the ids of its original, so that links work in all languages.',
			`Write the id in ${original}.`,
		),
	idInvalid: (at: At, received: string, why: string, better: string) =>
		error(at, 'id-invalid', `The id ${quote(received)} ${why}.`, `Write ${quote(better)}.`),
	idReserved: (at: At, id: string) =>
		error(
			at,
			'id-reserved',
			`The page itself has the id ${quote(id)}.`,
			`Write another one, such as ${quote(`${id}-2`)}.`,
		),
	imageAlt: (at: At, file: string) =>
		error(
			at,
			'image-alt',
			`The image ${quote(file)} has no words for those who cannot see it.`,
			`Say in a sentence what it shows: ${quote(`![A ship in the harbour](${file})`)}.`,
		),
	imageBroken: (at: At, file: string, why: string) =>
		error(
			at,
			'image-broken',
			`${quote(file)} cannot be read as an image: ${why}.`,
			'Export it again, and see whether it opens in another program.',
		),
	imageFormat: (at: At, file: string, format: string, why: string) =>
		error(
			at,
			'image-format',
			`${quote(file)} is ${format}, ${why}.`,
			'Save it as JPEG, PNG or WebP, 1200 pixels wide or wider.',
		),
	imageInline: (at: At, file: string) =>
		error(
			at,
			'image-inline',
			`The image ${quote(file)} stands in the midst of other things.`,
			'Put it in a paragraph of its own, with an empty line before and after and no link around it; several in one paragraph stand side by side.',
		),
	imageLarge: (at: At, file: string, megabytes: number, most: number) =>
		error(
			at,
			'image-large',
			`${quote(file)} has ${megabytes} MB; ${most} MB are the most.`,
			'Save it 2400 pixels wide: readers never get more than 1200.',
		),
	imageMissing: (at: At, file: string, near: string | undefined, others: string[]) =>
		error(
			at,
			'image-missing',
			`There is no image ${quote(file)} beside this file.`,
			near
				? `Did you mean ${quote(near)}?`
				: others.length
					? `There is ${list(others)}.`
					: 'Put it into the folder of the story.',
		),
	imageRemote: (at: At, received: string) =>
		error(
			at,
			'image-remote',
			`The image ${quote(received)} does not lie in the folder of the story.`,
			'Save it beside this file, if its licence allows, and write its name: an image from another site would tell that site who reads this page.',
		),
	keyDuplicate: (at: At, key: string, firstLine: number) =>
		error(
			at,
			'key-duplicate',
			`${quote(key)} is written twice, first in line ${firstLine}.`,
			'Keep one of them.',
		),
	keyMissing: (at: At, key: string, where: string) =>
		error(at, 'key-missing', `${where} has no ${quote(key)}.`, `Add "${key}: …".`),
	keyUnknown: (at: At, key: string, near: string | undefined, known: readonly string[], where: string) =>
		error(
			at,
			'key-unknown',
			`${where} has no key ${quote(key)}.`,
			near ? `Did you mean ${quote(near)}?` : `It may have ${known.join(', ')}.`,
		),
	hiddenWithText: (at: At) =>
		warning(
			at,
			'hidden-with-text',
			'This step is hidden, so nobody sees its text or its dateline.',
			'Take out "hidden: true", or the text, "when" and "dateline".',
		),
	regionShapeless: (at: At, name: string) =>
		error(
			at,
			'region-shapeless',
			`${quote(name)} has no outline in this world, so there is nothing to highlight.`,
			`Mark it with "show: ${name}", or draw an outline of your own with "data".`,
		),
	regionTwice: (at: At, name: string) =>
		warning(
			at,
			'region-twice',
			`${quote(name)} is highlighted twice in this step, and drawn once.`,
			'Keep one of the two.',
		),
	routeShort: (at: At, name: string) =>
		error(
			at,
			'route-short',
			`This route has one place, ${quote(name)}, and leads nowhere.`,
			`Name where it begins and where it ends: "[${name}, …]"; or mark the place with "show".`,
		),
	routeStill: (at: At, name: string) =>
		error(
			at,
			'route-still',
			`This route goes from ${quote(name)} to ${quote(name)}.`,
			'Name two different places in a row.',
		),
	labelUntranslated: (at: At, key: string, label: string, original: string) =>
		warning(
			at,
			'label-untranslated',
			`${quote(label)} in "${key}" comes from ${original} and stays in its language.`,
			`Write "${key}: …" again in the map block of this step, with its words in the language of this file.`,
		),
	languageUnknown: (at: At, lang: string) =>
		error(
			at,
			'language-unknown',
			`No language is called ${quote(lang)}.`,
			'Name the file by the code of its language: "de.md", "en.md", "pt-br.md".',
		),
	descriptionUntranslated: (at: At, original: string) =>
		warning(
			at,
			'label-untranslated',
			`${original} has a "description", and this translation has none.`,
			'Write "description: …" here, too: it stands on the front page and in search results.',
		),
	sourcesUntranslated: (at: At, original: string) =>
		warning(
			at,
			'label-untranslated',
			`The sources come from ${original} and stay in its language.`,
			'Write "sources: …" here, too.',
		),
	noteUnread: (at: At, received: string) =>
		warning(
			at,
			'note-unread',
			`A comment that begins with ${quote(received)} is no note for the presenter, and is dropped.`,
			'Write "<!-- note: … -->".',
		),
	/** @param near a step's id, without the sign */
	linkDead: (at: At, received: string, near: string | undefined, ids: string[]) =>
		error(
			at,
			'link-dead',
			`Nothing on this page has the address ${quote(received)}.`,
			near ? `Did you mean ${quote(`#${near}`)}?` : `There is ${list(ids.map((id) => `#${id}`))}.`,
		),
	linkRoot: (at: At, received: string) =>
		warning(
			at,
			'link-root',
			`${quote(received)} begins at the root of the host, and leads nowhere where the site is published below a path.`,
			`Write ${quote(`../..${received}`)}.`,
		),
	linkSpaced: (at: At, received: string, better: string) =>
		error(
			at,
			'link-spaced',
			`${quote(received)} is shown as it is typed: Markdown ends an address at a space.`,
			`Put the address in "<" and ">": ${quote(better)}.`,
		),
	linkUnsafe: (at: At, received: string) =>
		error(
			at,
			'link-unsafe',
			`A link to ${quote(received)} is not taken over.`,
			'Links begin with https:, http:, mailto: or place:, or lead to "#step" or a page of this site.',
		),
	motionUnsupported: (at: At, motion: string) =>
		error(
			at,
			'motion-unsupported',
			`"motion: ${motion}" is not supported yet: the map flies when a step begins.`,
			'Take it out, or write "motion: step".',
		),
	notSupported: (at: At, key: string) =>
		error(
			at,
			'key-unsupported',
			`${quote(key)} is not supported yet.`,
			'Take it out, so that nobody waits for what is not drawn.',
		),
	/** @param bracketed the name stands in brackets, where a comma parts two places */
	placeAmbiguous: (at: At, name: string, candidates: Candidate[], bracketed = false) =>
		error(
			at,
			'place-ambiguous',
			`${quote(name)} may be ${oneOf(candidates.slice(0, 5).map(({ name, description }) => `${name} (${description})`))}.`,
			`Write ${oneOf(candidates.slice(0, 5).map(({ write }) => quote(write)))}${bracketed ? withQuotes(candidates.slice(0, 5)) : ''}.`,
		),
	/**
	 * @param linked the name is the text of a link, which may stay as it is
	 * @param bracketed the name stands in brackets, where a comma parts two places
	 */
	placeUnknown: (at: At, name: string, near: Candidate[], { linked = false, bracketed = false } = {}) =>
		error(
			at,
			'place-unknown',
			`No place ${quote(name)}.`,
			near.length
				? `Did you mean ${oneOf(near.map((candidate) => (linked ? nearLink(name, candidate) : nearMiss(candidate))))}?${bracketed && withQuotes(near) ? ' A name with a comma keeps its quotes.' : ''}`
				: linked
					? `Say which place it is: ${quote(`[${name}](place:…)`)}.`
					: 'Write it as an atlas does, or say where it is: "{name: …, lat: …, lon: …}".',
		),
	pointSwapped: (at: At, name: string, distance: number, { lat, lon }: { lat: number; lon: number }) =>
		warning(
			at,
			'point-swapped',
			`${quote(name)} lies ${distance} km from the rest of this map; with lat and lon swapped it would lie there.`,
			`If they are swapped, write "lat: ${lat}, lon: ${lon}".`,
		),
	rangeWrong: (at: At, key: string, received: string, [from, to]: [number, number], hint?: string) =>
		error(at, 'value-range', `${quote(key)} must be between ${from} and ${to}; it is ${received}.`, hint),
	stepsMissing: (at: At) =>
		error(at, 'steps-missing', 'The story has no steps.', 'Begin each step with a heading: "## Berlin".'),
	titleMissing: (at: At, hasFrontMatter: boolean) =>
		error(
			at,
			'title-missing',
			'The story has no title.',
			hasFrontMatter
				? 'Write "title: …" between the two lines of "---".'
				: 'Begin the file with a line of "---", then "title: …", then another line of "---".',
		),
	translatesChain: (at: At, lang: string, original: string | undefined) =>
		error(
			at,
			'translates-chain',
			`"${lang}" is a translation itself.`,
			original ? `Write "translates: ${original}".` : 'Write the language of the original.',
		),
	translatesCircle: (at: At, lang: string, other: string) =>
		error(
			at,
			'translates-chain',
			`"${other}" is a translation of "${lang}" in turn.`,
			`One of the two must be the original: take "translates" out of ${lang}.md or out of ${other}.md.`,
		),
	translatesItself: (at: At, lang: string) =>
		error(
			at,
			'translates-chain',
			`This file is "${lang}" itself.`,
			'Write the language of the original; the original has no "translates".',
		),
	translatesMissing: (at: At, others: string[]) =>
		warning(
			at,
			'translates-missing',
			`This file says no "translates", and neither does ${others.join(', ')}: their maps may drift apart.`,
			'Write "translates: …" in all files but the original.',
		),
	translatesUnknown: (at: At, lang: string, others: string[]) =>
		error(
			at,
			'translates-unknown',
			`There is no file "${lang}.md" beside this one.`,
			others.length
				? `There is ${others.map((other) => `"${other}.md"`).join(', ')}.`
				: 'A translation needs its original in the same folder.',
		),
	translationSteps: (
		at: At,
		count: number,
		original: { file: string; count: number },
		lonely: string,
		lonelyIn: string,
	) =>
		error(
			at,
			'translation-steps',
			`This file has ${steps(count)}, its original ${original.file} has ${original.count}; ${quote(lonely)} in ${lonelyIn} has no partner.`,
			'Give every heading of the original one heading here, in the same order.',
		),
	typeWrong: (at: At, key: string, expected: string, received: string, example: string) =>
		error(
			at,
			'type-wrong',
			`${quote(key)} must be ${expected}; it is ${received === '' ? 'empty' : quote(received)}.`,
			`For example: "${example}".`,
		),
	valueUnknown: (
		at: At,
		key: string,
		received: string,
		allowed: readonly string[],
		near: string | undefined,
	) =>
		error(
			at,
			'value-unknown',
			`${quote(key)} may be ${oneOf([...allowed])}; it is ${quote(received)}.`,
			near ? `Did you mean ${quote(near)}?` : undefined,
		),
	yamlInvalid: (at: At, where: string, why: string, hint?: string) =>
		error(at, 'yaml-invalid', `${where} cannot be read: ${why}.`, hint),
};

function error(at: At, code: string, message: string, hint?: string): Problem {
	return { code, severity: 'error', ...at, message, hint };
}

function warning(at: At, code: string, message: string, hint?: string): Problem {
	return { ...error(at, code, message, hint), severity: 'warning' };
}

function nearMiss({ name, description, write }: Candidate): string {
	const exact = write === name ? '' : `, ${quote(write)}`;
	return `${quote(name)} (${description}${exact})`;
}

function nearLink(text: string, { description, write }: Candidate): string {
	return `${quote(`[${text}](place:${write})`)} (${description})`;
}

/** Inside brackets a name that holds a comma needs its quotes. */
function withQuotes(candidates: Candidate[]): string {
	return candidates.some(({ write }) => write.includes(',')) ? ', with the quotes' : '';
}

function steps(count: number): string {
	return count === 1 ? '1 step' : `${count} steps`;
}

function quote(text: string): string {
	return `"${text}"`;
}

/** Names what there is, but not for ever. */
function list(items: string[], most = 12): string {
	const named = items.slice(0, most).map(quote);
	return [...named, ...(items.length > most ? ['…'] : [])].join(', ');
}

function oneOf(items: string[]): string {
	return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
