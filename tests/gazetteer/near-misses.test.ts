import { expect, test } from 'vitest';
import { createGazetteer } from '#lib/gazetteer/index.ts';

const HEADER = 'id	kind	country	parent	lat	lon	population	rank	capital	name_de	name_en	name_zh	name_ru	aliases';

/** Two towns whose names are one letter from `Wollin`: one in German, one in English, and the English one larger. */
const { find } = createGazetteer({
	placesTsv: [
		HEADER,
		'A	country	A		1	1	9000000	1		Arland	Arland			',
		'B	country	B		2	2	9000000	1		Berland	Berland			',
		'a	city	A	A	1	1	200000	5		Wolling	Aaaaaa			',
		'b	city	B	B	2	2	900000	5		Bbbbbb	Wolline			',
	].join('\n'),
	regions: { regions: [], outlines: {}, labels: {}, together: {} },
});

function near(name: string, lang: string): string[] {
	const found = find(name, { lang });
	return found.kind === 'unknown' ? found.nearMisses.map((candidate) => candidate.name) : [];
}

test('a near miss in the language of the text comes before a larger town in another', () => {
	expect(near('Wollin', 'de')).toEqual(['Wolling', 'Wolline']);
	expect(near('Wollin', 'en')).toEqual(['Wolline', 'Wolling']);
	expect(near('Wollin', 'fr')).toEqual(['Wolline', 'Wolling']);
});

test('a near miss in the country that was written comes alone', () => {
	expect(near('Wollin, Arland', 'en')).toEqual(['Wolling']);
	expect(near('Wollin, Berland', 'de')).toEqual(['Wolline']);
});
