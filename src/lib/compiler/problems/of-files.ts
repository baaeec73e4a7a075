import type { At } from '../draft';
import { error, quote, warning } from './tell';

/** Of whole files: the Markdown, and the GeoJSON beside it. */
export const ofFiles = {
	basemapBroken: (at: At, address: string, why: string) =>
		error(
			at,
			'basemap-broken',
			`${quote(address)} cannot be drawn: ${why}.`,
			'It must be a MapLibre style (version 8) or a PMTiles archive with the layers of Protomaps.',
		),
	basemapHost: (at: At, received: string) =>
		error(
			at,
			'basemap-host',
			`${quote(received)} is not a host.`,
			'Write scheme and name alone: "https://tiles.example". The page may ask these hosts and no others.',
		),
	basemapInsecure: (at: At, received: string) =>
		error(
			at,
			'basemap-insecure',
			`${quote(received)} is not encrypted, so browsers refuse it on a page that is.`,
			`Write ${quote(received.replace(/^http:/i, 'https:'))}, if the host has that, or put the file into static/.`,
		),
	basemapMissing: (at: At, address: string, near: string | undefined) =>
		error(
			at,
			'basemap-missing',
			`There is no file ${quote(`static${address}`)}.`,
			near
				? `Did you mean ${quote(near)}?`
				: `Put it there, or write an address that begins with "https://".`,
		),
	/** @param local what a path below static/ would be, where one was meant */
	basemapUnknown: (at: At, received: string, why: string, local?: string) =>
		error(
			at,
			'basemap-unknown',
			`${quote(received)} ${why}.`,
			local
				? `A file below static/ is named from there, with a slash: ${quote(local)}.`
				: 'Write the address of a MapLibre style, "https://tiles.example/style.json", or of a PMTiles archive, "https://tiles.example/city.pmtiles"; or the path of either below static/, "/basemap/streets.json".',
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
	fileEmpty: (at: At) =>
		error(
			at,
			'file-empty',
			'This file is empty.',
			'Begin it with "---", "title: …" and "---", and each step with a heading: "## Berlin".',
		),
	fileName: (at: At, name: string) =>
		error(
			at,
			'file-name',
			`The name ${quote(name)} does not say the language of the story.`,
			'Name it by the code of its language: "de.md", "en.md", "pt-br.md". Only README.md may stand beside the stories.',
		),
	/** @param name absent: the file that the position is in */
	encodingWrong: (at: At, guess: string, name?: string) =>
		error(
			at,
			'file-not-utf8',
			`${name ? quote(name) : 'This file'} is not UTF-8; it looks like ${guess}.`,
			'Save it as UTF-8: most editors offer that beside "Save as".',
		),
	languageUnknown: (at: At, lang: string) =>
		error(
			at,
			'language-unknown',
			`No language is called ${quote(lang)}.`,
			'Name the file by the code of its language: "de.md", "en.md", "pt-br.md".',
		),
};
