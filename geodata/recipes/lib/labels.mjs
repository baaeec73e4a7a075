import { readFileSync } from 'node:fs';
import { here } from './paths.mjs';
import { loadWaterLabels } from './water-labels.mjs';

/** Zoom at which a label of the rank in the list's place comes into the tiles. */
const COUNTRY_ZOOMS = [0, 1, 2, 2, 3, 3, 4, 4, 5];
const PLACE_ZOOMS = [2, 3, 4, 4, 4, 5, 6, 6];
const PROVINCE_ZOOMS = [4, 4, 4, 4, 4, 4, 5, 5, 6, 6, 6];
const CAPITAL_ZOOM = 5;
/** Capitals with fewer inhabitants (Douglas, Vaduz, Funafuti) wait until then, too: on a continent they would crowd. */
const LEAST_CAPITAL = 60_000;
/** Names of waters are few: all are in the tiles from here on, and the style picks by rank. */
const LATEST_WATER_ZOOM = 4;

/** Rows of `places.tsv` as objects of text. */
export function readPlaces() {
	const [header, ...lines] = readFileSync(here('built/places.tsv'), 'utf8').trimEnd().split('\n');
	const columns = header.split('\t');
	return lines.map((line) => {
		const fields = line.split('\t');
		return Object.fromEntries(columns.map((column, i) => [column, fields[i]]));
	});
}

/** Points of the three layers of place labels, by layer name. */
export function placeLabels() {
	const places = readPlaces();
	const nameOf = new Map(places.map(({ id, name_en }) => [id, name_en]));
	const of = (kind) => places.filter((place) => place.kind === kind);
	return {
		country_labels: of('country').map((place) => label(place, { code: place.id }, COUNTRY_ZOOMS[place.rank])),
		province_labels: of('province')
			.filter((place) => !isCityOfItsOwn(place) && place.name_en !== nameOf.get(place.country))
			.map((place) => label(withoutNotes(place), { code: place.id }, PROVINCE_ZOOMS[place.rank])),
		places: of('city').map((place) =>
			label(place, { id: place.id, ...(place.capital && { capital: place.capital }) }, zoomOfCity(place)),
		),
	};
}

/** "Peking (Stadtgebiet)": the city's own label stands for it. */
function isCityOfItsOwn({ name_de }) {
	return / \((Stadt|Stadtgebiet)\)$/.test(name_de);
}

/** "Bicol (Region V)" is Bicol on a map. */
function withoutNotes(place) {
	const bare = (name) => name?.replace(/ \([^)]*\)$/, '');
	return { ...place, name_de: bare(place.name_de), name_en: bare(place.name_en) };
}

function zoomOfCity({ rank, capital, population }) {
	const zoom = PLACE_ZOOMS[rank] ?? Infinity;
	if (capital === 'country' && Number(population) < LEAST_CAPITAL) return CAPITAL_ZOOM;
	return capital === 'country' ? Math.min(zoom, CAPITAL_ZOOM) : zoom;
}

function label(place, extra, minZoom) {
	const names = { de: place.name_de, en: place.name_en, zh: place.name_zh, ru: place.name_ru };
	return {
		lon: Number(place.lon),
		lat: Number(place.lat),
		minZoom,
		properties: { ...extra, rank: Number(place.rank), ...nameProperties(names) },
	};
}

/** `name` is English; `name_de`, `name_zh` and `name_ru` stand only where they are known and differ from it. */
function nameProperties(names) {
	const properties = { name: names.en };
	for (const language of ['de', 'zh', 'ru'])
		if (names[language] && names[language] !== names.en) properties[`name_${language}`] = names[language];
	return properties;
}

/** "Лена (река)" is Лена on a map. */
function bareNames(names) {
	return Object.fromEntries(
		Object.entries(names).map(([language, name]) => [language, name.replace(/ \([^)]*\)$/, '')]),
	);
}

/** Points of the layer of water labels; rivers have the angle of their line. */
export function waterLabels() {
	return loadWaterLabels().flatMap(({ kind, rank, names, points }) =>
		points.map(({ lon, lat, angle }) => ({
			lon,
			lat,
			minZoom: Math.min(rank, LATEST_WATER_ZOOM),
			properties: { kind, rank, ...(angle !== undefined && { angle }), ...nameProperties(bareNames(names)) },
		})),
	);
}
