import { nameOf } from '#lib/gazetteer/index.ts';
import { countryName } from '../../2-resolve/country-name';
import { namesIn } from './compose';
import type { MapFacts, Named } from './facts';

/** What can be said in any language without its grammar: names, labels and distances. */
export function plainWords(facts: MapFacts, lang: string): string {
	const lists = new Intl.ListFormat(lang, { type: 'conjunction' });
	const lengths = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilometer' });
	const inItsLanguage = (named: Named) => nameIn(named, lang);
	const parts: string[] = [];
	if (facts.earth?.over) {
		const { over } = facts.earth;
		parts.push(nameIn({ id: over.id, place: over, label: '' }, lang) ?? '');
	}
	for (const { areas, label } of facts.claims) {
		const names = lists.format(areas.flatMap((area) => inItsLanguage(area) ?? []));
		parts.push(label && names && !label.includes(names) ? `${names} (${label})` : (label ?? names));
	}
	for (const { between, label } of facts.borders)
		parts.push(label ?? between.flatMap((side) => inItsLanguage(side) ?? []).join(' – '));
	const legs = [...facts.routes.flatMap((route) => route.legs), ...facts.legs];
	for (const { from, to, km } of legs) {
		const ends = `${inItsLanguage(from)} – ${inItsLanguage(to)}`;
		parts.push(km === undefined ? ends : `${ends}: ${lengths.format(Math.max(1, km))}`);
	}
	const told = new Set(legs.flatMap(({ from, to }) => [from.id, to.id]));
	for (const mark of facts.marks) {
		if (told.has(mark.id)) continue;
		const country = mark.country && nameIn({ id: mark.country.id, place: mark.country, label: '' }, lang);
		const name = inItsLanguage(mark) ?? mark.label;
		parts.push(country && country !== name ? `${name} (${country})` : name);
	}
	for (const { title, names } of facts.data)
		parts.push(names.length ? `${title}: ${names.join(', ')}` : title);
	const said = parts.filter(Boolean).join('. ');
	return said || lists.format(namesIn(facts).map(({ label }) => label));
}

/** The name in this language; a town keeps the one that its author wrote, a region without one in this language is left out. */
function nameIn({ place, label }: Named, lang: string): string | undefined {
	if (!place) return label;
	const [base = lang] = lang.split('-');
	if (place.names[lang] ?? place.names[base]) return place.names[lang] ?? place.names[base];
	if (place.kind === 'country') return countryName(place, lang);
	return place.kind === 'city' || place.kind === 'province' ? label || nameOf(place, lang) : undefined;
}
