import { readJson, readYaml, require, source } from './paths.mjs';
import { distinct, isCode, LANGUAGES } from './names.mjs';

const territoriesOf = (language) =>
	readJson(source(`cldr-localenames-full/main/${language}/territories.json`)).main[language]
		.localeDisplayNames.territories;

/** Names of countries from CLDR, aliases from CLDR and i18n-iso-countries, both overruled by `aliases.yaml`. */
export function countryNames() {
	const own = readYaml('aliases.yaml').countries;
	const cldr = Object.fromEntries(LANGUAGES.map((language) => [language, territoriesOf(language)]));
	const iso = Object.fromEntries(
		LANGUAGES.map((language) => [language, require(`i18n-iso-countries/langs/${language}.json`).countries]),
	);
	return (code) => {
		const names = Object.fromEntries(
			LANGUAGES.map((language) => [language, own[code]?.[language] ?? cldr[language][code]]),
		);
		const others = LANGUAGES.flatMap((language) => [
			cldr[language][code],
			cldr[language][`${code}-alt-short`],
			cldr[language][`${code}-alt-variant`],
			...[iso[language][code] ?? []].flat(),
		]).filter((name) => name && !isCode(name));
		const taken = new Set(Object.values(names));
		return {
			names,
			aliases: distinct([...(own[code]?.also ?? []), ...others]).filter((name) => !taken.has(name)),
		};
	};
}

/** Inhabitants of countries from CLDR's territory information. */
export function countryPopulations() {
	const info = readJson(source('cldr-core/supplemental/territoryInfo.json')).supplemental.territoryInfo;
	return (code) => Number(info[code]?._population ?? 0);
}
