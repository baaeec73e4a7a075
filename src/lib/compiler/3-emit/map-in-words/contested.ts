import type { Place, Unit } from '#lib/gazetteer/index.ts';

/**
 * The map puts no country's name over these: Kashmir, the Siachen Glacier and Arunachal Pradesh (`geodata/README.md`).
 * Nor do words over Jerusalem, of which the gazetteer has one point and the map two parts (S/RES/478).
 */
const WITHOUT_COUNTRY = new Set(['IN-JK', 'IN-LA', 'IN-X06', 'PK-GB', 'PK-JK', 'IN-AR', 'IL-JM']);

/** Units far from the country that they belong to: a reader knows them by their own names. */
const OVERSEAS = new Set([
	...['FR-GF', 'FR-GP', 'FR-MQ', 'FR-RE', 'FR-YT', 'FR-X02', 'NL-BQ1', 'NL-BQ2', 'NL-BQ3', 'NO-21', 'NO-X01'],
	...['ES-CE', 'ES-ML'],
]);

/** Bases that adjoin the country around them; nobody calls them its neighbours. */
const BASES = new Set(['GB-X16', 'GB-X17']);

/** Their towns are not called capitals: the state or its seat is in dispute, or there are several. */
const WITHOUT_CAPITAL = new Set(['BO', 'EH', 'IL', 'LK', 'MS', 'NR', 'PS', 'TW', 'VA', 'XK', 'ZA']);

/** Parts of China with a code of their own: their borders are not borders between states. */
const SPECIAL = new Set(['HK', 'MO']);

/** Whether words may say which country a unit or a place in it belongs to. */
export function hasCountry(unitId: string | undefined): boolean {
	return !WITHOUT_COUNTRY.has(unitId ?? '');
}

/** Whether a unit is named by itself, wherever its neighbours stand. */
export function isOverseas(unitId: string): boolean {
	return OVERSEAS.has(unitId);
}

/** Whether a unit is a military base in another country. */
export function isBase(unitId: string): boolean {
	return BASES.has(unitId);
}

/** Whether a country is a part of another one, and no neighbour of it. */
export function isSpecial(country: string): boolean {
	return SPECIAL.has(country);
}

/** Whether a line between two units may be called the border of their countries. */
export function isBorder(a: Unit, b: Unit): boolean {
	return [a, b].every(
		({ id, country }) => hasCountry(id) && !OVERSEAS.has(id) && !BASES.has(id) && !SPECIAL.has(country),
	);
}

/** Whether a place is a capital beyond dispute. */
export function isCapital({ capital, country, parent }: Place): boolean {
	return capital === 'country' && !WITHOUT_CAPITAL.has(country ?? '') && !OVERSEAS.has(parent ?? '');
}
