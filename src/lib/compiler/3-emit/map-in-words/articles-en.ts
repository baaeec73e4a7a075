import { nameOf, type Place } from '#lib/gazetteer/index.ts';
import type { Named } from './facts';

/** Names that take an article, by id. */
const WITH_ARTICLE = new Set(
	(
		'AE AX BS CD CF CG DO GB GM HM IM IO KM MV NL PH SC TC US PS-WBK SY-X02 US-DC AU-NT ES-PV ES-VC ' +
		'middle-east caucasus baltic-states balkans eu sco g7 south-pacific g20 african-union arab-league gcc cis csto eaeu osce visegrad quad pacific-islands-forum euro-area schengen weimar-triangle gulf-states arabian-peninsula levant maghreb sahel horn-of-africa korean-peninsula indo-pacific indian-subcontinent russian-far-east north-caucasus donbas soviet-union caribbean americas iberia british-isles nordic-countries midwest arctic global-south great-lakes-africa micronesia'
	).split(' '),
);

/** Kinds of names that take one. */
const KINDS = /(Islands|Islands \(Malvinas\)|Territor(y|ies)|Mountains|Republic|Highlands)$|^Republic of /;

/** Waters that do without. */
const WITHOUT =
	/^(Lake|Loch|Issyk-Kul|Vänern|Vättern|Chiemsee|Saimaa|Namtso|Pangong|Puget)|Bay$|^Hulun Lake|^Qinghai Lake/;

/** The name as it stands on the map, without what only tells a town from its surroundings. */
export function englishName({ place, label }: Named): string {
	return place ? nameOf(place, 'en').replace(/ \(city\)$/, '') : label;
}

/** The name with its article, if it takes one: `the Netherlands`, `China`. An author's own name stands in quotes. */
export function the(named: Named): string {
	const name = englishName(named);
	if (!named.place) return `“${name}”`;
	return takesArticle(named.place) ? `the ${name}` : name;
}

function takesArticle(place: Place): boolean {
	if (WITH_ARTICLE.has(place.id)) return true;
	const name = nameOf(place, 'en');
	if (place.kind === 'sea' || place.kind === 'river')
		return place.id === 'sea:biscay' || place.id === 'sea:bay-of-bengal' || !WITHOUT.test(name);
	return (place.kind === 'country' || place.kind === 'province') && KINDS.test(name);
}

/** Whether the verb stands in the plural; a state is one, whatever it is called. */
export function isPlural({ id }: Named): boolean {
	return [
		'baltic-states',
		'balkans',
		'gulf-states',
		'nordic-countries',
		'americas',
		'british-isles',
		'usmca',
		'micronesia',
	].includes(id);
}

export function asNamed(place: Place): Named {
	return { id: place.id, place, label: nameOf(place, 'en') };
}
