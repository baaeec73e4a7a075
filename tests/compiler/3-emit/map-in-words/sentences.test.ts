import { describe, expect, test } from 'vitest';
import { compileStory } from '#lib/compiler/index.ts';
import { gazetteer, stepsOf, words, world } from './real-world';

/** Written by the compiler and read by hand, aloud: block, English, German. */
const SENTENCES: Record<string, [block: string, english: string, german: string][]> = {
	'one place': [
		[
			'focus: Beijing',
			'Marked on the map is Beijing, the capital of China. It lies in the north-east of the country, 140 km from the coast and 560 km from the border with Mongolia.',
			'Markiert ist Peking, die Hauptstadt Chinas. Die Stadt liegt im Nordosten des Landes, 140 km von der Küste und 560 km von der Grenze zur Mongolei entfernt.',
		],
		[
			'focus: Munich',
			'Marked on the map is Munich, in Bavaria, in the south of Germany. It lies 60 km from the border with Austria.',
			'Markiert ist München in Bayern, im Süden Deutschlands. Die Stadt liegt 60 km von der Grenze zu Österreich entfernt.',
		],
		[
			'focus: Vladivostok',
			'Marked on the map is Vladivostok, in Primorsky Krai, in the south-east of Russia. It lies on the coast, 50 km from the border with China.',
			'Markiert ist Wladiwostok in der Region Primorje, im Südosten Russlands. Die Stadt liegt an der Küste, 50 km von der Grenze zu China entfernt.',
		],
		[
			'focus: Tehran',
			'Marked on the map is Tehran, the capital of Iran. It lies in the north-west of the country, 110 km from the coast and 290 km from the border with Turkmenistan.',
			'Markiert ist Teheran, die Hauptstadt des Iran. Die Stadt liegt im Nordwesten des Landes, 110 km von der Küste und 290 km von der Grenze zu Turkmenistan entfernt.',
		],
		[
			'focus: Singapore',
			'Marked on the map is Singapore. It lies on the coast.',
			'Markiert ist Singapur. Die Stadt liegt an der Küste.',
		],
		[
			'focus: Mexico City',
			'Marked on the map is Mexico City, the capital of Mexico. It lies in the south-east of the country, 250 km from the coast and 740 km from the border with the United States.',
			'Markiert ist Mexiko-Stadt, die Hauptstadt Mexikos. Die Stadt liegt im Südosten des Landes, 250 km von der Küste und 740 km von der Grenze zu den USA entfernt.',
		],
		[
			'focus: {name: Checkpoint, lat: 52.5075, lon: 13.3904}',
			'Marked on the map is “Checkpoint”, in Berlin, in the north-east of Germany. It lies 140 km from the coast and 60 km from the border with Poland.',
			'Markiert ist „Checkpoint“ in Berlin, im Nordosten Deutschlands. Der Ort liegt 140 km von der Küste und 60 km von der Grenze zu Polen entfernt.',
		],
		[
			'show: Amur',
			'Marked on the map is the Amur. The area shown is about 1,600 km across.',
			'Markiert ist der Amur. Gezeigt ist ein Raum von rund 1.600 km Durchmesser.',
		],
	],
	'several places': [
		[
			'show: [Paris, Berlin]',
			'Marked on the map are Paris (France) and Berlin (Germany). Berlin lies 880 km north-east of Paris.',
			'Markiert sind Paris (Frankreich) und Berlin (Deutschland). Berlin liegt 880 km nordöstlich von Paris.',
		],
		[
			'show: [Berlin, Munich, Hamburg]',
			'Marked on the map are Berlin, Munich and Hamburg, all in Germany. From Berlin: Munich 500 km south, Hamburg 260 km north-west.',
			'Markiert sind Berlin, München und Hamburg, alle in Deutschland. Von Berlin aus: München 500 km südlich, Hamburg 260 km nordwestlich.',
		],
		[
			'show: [Kinshasa, Brazzaville]',
			'Marked on the map are Kinshasa (DR Congo) and Brazzaville (Republic of the Congo). Brazzaville lies 8 km north-west of Kinshasa.',
			'Markiert sind Kinshasa (DR Kongo) und Brazzaville (Republik Kongo). Brazzaville liegt 8 km nordwestlich von Kinshasa.',
		],
		[
			'focus: [Heilongjiang, Harbin]',
			'Heilongjiang, in the north-east of China, is in view. It borders Russia to the north and east, Inner Mongolia to the west, and Jilin to the south. Marked on the map is Harbin in the south-west of Heilongjiang.',
			'Zu sehen ist Heilongjiang im Nordosten Chinas. Nachbarn sind Russland im Norden und Osten, die Innere Mongolei im Westen sowie Jilin im Süden. Markiert ist Harbin im Südwesten Heilongjiangs. Gezeigt ist ein Raum von rund 1.300 km Durchmesser.',
		],
	],
	'an area': [
		[
			'highlight: Ukraine',
			'Ukraine is highlighted in colour. It borders Russia to the north and east, Moldova to the south-west, Belarus to the north, Romania to the south-west, Poland to the west, and two others. The area shown is about 1,300 km across.',
			'Farbig hervorgehoben ist die Ukraine. Nachbarn sind Russland im Norden und Osten, Moldau im Südwesten, Belarus im Norden, Rumänien im Südwesten, Polen im Westen sowie zwei weitere. Gezeigt ist ein Raum von rund 1.300 km Durchmesser.',
		],
		[
			'highlight: China',
			'China is highlighted in colour. It borders Mongolia to the north, Russia to the north and east, India to the south and west, Myanmar to the south and west, Kazakhstan to the north and west, and nine others.',
			'Farbig hervorgehoben ist China. Nachbarn sind die Mongolei im Norden, Russland im Norden und Osten, Indien im Süden und Westen, Myanmar im Süden und Westen, Kasachstan im Norden und Westen sowie neun weitere.',
		],
		[
			'highlight: Iraq',
			'Iraq is highlighted in colour. It borders Iran to the east, Saudi Arabia to the south-west, Syria to the north-west, Turkey to the north, Kuwait to the south-east and Jordan to the west. The area shown is about 1,000 km across.',
			'Farbig hervorgehoben ist der Irak. Nachbarn sind der Iran im Osten, Saudi-Arabien im Südwesten, Syrien im Nordwesten, die Türkei im Norden, Kuwait im Südosten und Jordanien im Westen. Gezeigt ist ein Raum von rund 1.000 km Durchmesser.',
		],
		[
			'highlight: Portugal',
			'Portugal is highlighted in colour. Its only neighbour on land is Spain to the north and east. The area shown is about 580 km across.',
			'Farbig hervorgehoben ist Portugal. Einziger Nachbar an Land ist Spanien im Norden und Osten. Gezeigt ist ein Raum von rund 580 km Durchmesser.',
		],
		[
			'highlight: Lesotho',
			'Lesotho is highlighted in colour. South Africa surrounds it on all sides. The area shown is about 240 km across.',
			'Farbig hervorgehoben ist Lesotho. Ringsum liegt Südafrika. Gezeigt ist ein Raum von rund 240 km Durchmesser.',
		],
		[
			'highlight: Vatican City',
			'Vatican City is highlighted in colour. Italy surrounds it on all sides.',
			'Farbig hervorgehoben ist der Vatikan. Ringsum liegt Italien.',
		],
		[
			'highlight: Taiwan',
			'Taiwan is highlighted in colour. There are no land borders. The area shown is about 380 km across.',
			'Farbig hervorgehoben ist Taiwan. Landgrenzen gibt es nicht. Gezeigt ist ein Raum von rund 380 km Durchmesser.',
		],
		[
			'highlight: Netherlands',
			'The Netherlands is highlighted in colour. It borders Germany to the south-east and Belgium to the south. The area shown is about 330 km across.',
			'Farbig hervorgehoben sind die Niederlande. Nachbarn sind Deutschland im Südosten und Belgien im Süden. Gezeigt ist ein Raum von rund 330 km Durchmesser.',
		],
		[
			'highlight: UA-43',
			'Crimea, in the south-east of Ukraine, is highlighted in colour. It borders Kherson Oblast to the north and Sevastopol to the south-west. The area shown is about 330 km across.',
			'Farbig hervorgehoben ist die Krim im Südosten der Ukraine. Nachbarn sind das Gebiet Cherson im Norden und Sewastopol im Südwesten. Gezeigt ist ein Raum von rund 330 km Durchmesser.',
		],
		[
			'highlight: {Inner Mongolia: outline}',
			'Inner Mongolia, in the north-east of China, is outlined. It borders Mongolia to the north and west, Heilongjiang to the east, Gansu to the south and west, Hebei to the south, Russia to the north, and five others.',
			'Umrandet ist die Innere Mongolei im Nordosten Chinas. Nachbarn sind die Mongolei im Norden und Westen, Heilongjiang im Osten, Gansu im Süden und Westen, Hebei im Süden, Russland im Norden sowie fünf weitere.',
		],
		[
			'focus: Sudan',
			'Sudan is in view. It borders South Sudan to the south, Chad to the west, Egypt to the north, Ethiopia to the south-east, Eritrea to the east and two others. The area shown is about 2,100 km across.',
			'Zu sehen ist der Sudan. Nachbarn sind der Südsudan im Süden, der Tschad im Westen, Ägypten im Norden, Äthiopien im Südosten, Eritrea im Osten und zwei weitere. Gezeigt ist ein Raum von rund 2.100 km Durchmesser.',
		],
	],
	'several areas': [
		[
			'highlight: {Sudan: fill, South Sudan: outline}',
			'Sudan is highlighted in colour. South Sudan is outlined. Sudan lies north of South Sudan. The area shown is about 2,300 km across.',
			'Farbig hervorgehoben ist der Sudan. Umrandet ist der Südsudan. Der Sudan liegt nördlich des Südsudan. Gezeigt ist ein Raum von rund 2.300 km Durchmesser.',
		],
		[
			'highlight: {Netherlands: fill, United Arab Emirates: outline}',
			'The Netherlands is highlighted in colour. The United Arab Emirates is outlined. The Netherlands lies north-west of the United Arab Emirates, about 4,900 km away at the nearest point.',
			'Farbig hervorgehoben sind die Niederlande. Umrandet sind die Vereinigten Arabischen Emirate. Die Niederlande liegen nordwestlich der Vereinigten Arabischen Emirate, an der nächsten Stelle rund 4.900 km entfernt.',
		],
		[
			'highlight: {Switzerland: fill, EU: outline}',
			'Switzerland is highlighted in colour. Outlined: the European Union (27 countries, from Portugal to Cyprus). Of these, Italy, France, Germany and Austria border Switzerland. The area shown is about 4,500 km across.',
			'Farbig hervorgehoben ist die Schweiz. Umrandet ist die Europäische Union (27 Länder, von Portugal bis Zypern). An die Schweiz grenzen davon Italien, Frankreich, Deutschland und Österreich. Gezeigt ist ein Raum von rund 4.500 km Durchmesser.',
		],
		[
			'highlight: [Poland, Lithuania, Latvia, Estonia]',
			'Poland, Lithuania, Latvia and Estonia are highlighted in colour. The area shown is about 1,300 km across.',
			'Farbig hervorgehoben sind Polen, Litauen, Lettland und Estland. Gezeigt ist ein Raum von rund 1.300 km Durchmesser.',
		],
		[
			'highlight: {Donetsk Oblast: fill, Luhansk Oblast: fill, UA-43: hatch}',
			'Donetsk Oblast and Luhansk Oblast, both in the east of Ukraine, are highlighted in colour. Crimea, in the south-east of Ukraine, is hatched. The area shown is about 750 km across.',
			'Farbig hervorgehoben sind das Gebiet Donezk und das Gebiet Luhansk, beide im Osten der Ukraine. Schraffiert ist die Krim im Südosten der Ukraine. Gezeigt ist ein Raum von rund 750 km Durchmesser.',
		],
		[
			'highlight: [Norway, Russia]',
			'Norway and Russia are highlighted in colour. The border between them is more than 160 km long; Norway lies west of Russia.',
			'Farbig hervorgehoben sind Norwegen und Russland. Ihre gemeinsame Grenze ist mehr als 160 km lang; Norwegen liegt westlich von Russland.',
		],
	],
	regions: [
		[
			'highlight: {Middle East: hatch}',
			'Hatched: the Middle East (from Egypt to Oman). The area shown is about 3,800 km across.',
			'Schraffiert ist der Nahe Osten (von Ägypten bis Oman). Gezeigt ist ein Raum von rund 3.800 km Durchmesser.',
		],
		[
			'highlight: Central Asia',
			'Highlighted in colour: Central Asia (Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan). The area shown is about 3,000 km across.',
			'Farbig hervorgehoben ist Zentralasien (Kasachstan, Kirgistan, Tadschikistan, Turkmenistan und Usbekistan). Gezeigt ist ein Raum von rund 3.000 km Durchmesser.',
		],
		[
			'highlight: ASEAN',
			'Highlighted in colour: ASEAN (ten countries, from Myanmar to the Philippines). The area shown is about 6,300 km across.',
			'Farbig hervorgehoben ist die ASEAN (zehn Länder, von Myanmar bis zu den Philippinen). Gezeigt ist ein Raum von rund 6.300 km Durchmesser.',
		],
		[
			'highlight: {South Pacific: mention}',
			'The South Pacific is marked by name only. The area shown is about 9,000 km across.',
			'Nur mit Namen verzeichnet ist der Südpazifik. Gezeigt ist ein Raum von rund 9.000 km Durchmesser.',
		],
		[
			'highlight: {Balkans: mention, Baltic states: fill}',
			'Lightly tinted: the Balkans (from Croatia to Bulgaria). Highlighted in colour: the Baltic states (Estonia, Latvia and Lithuania). The Balkans lie south of the Baltic states. The area shown is about 2,600 km across.',
			'Blass getönt ist der Balkan (von Kroatien bis Bulgarien). Farbig hervorgehoben ist das Baltikum (Estland, Lettland und Litauen). Der Balkan liegt südlich des Baltikums. Gezeigt ist ein Raum von rund 2.600 km Durchmesser.',
		],
	],
	labels: [
		[
			"highlight:\n  USA: { style: hatch, label: 'Whom they accuse: USA' }\n  Europe: { style: hatch, label: Europe as a whole }",
			'Hatched: the United States (“Whom they accuse: USA”) and Europe (“Europe as a whole”). The United States lies west of Europe. The area shown is about 12,000 km across.',
			'Schraffiert sind die USA („Whom they accuse: USA“) und Europa („Europe as a whole“). Die USA liegen westlich von Europa. Gezeigt ist ein Raum von rund 12.000 km Durchmesser.',
		],
		[
			'highlight: {Heilongjiang: {style: fill, label: Heilongjiang Province}}',
			'Highlighted in colour: Heilongjiang Province, in the north-east of China. It borders Russia to the north and east, Inner Mongolia to the west, and Jilin to the south. The area shown is about 1,300 km across.',
			'Farbig hervorgehoben: Heilongjiang Province, im Nordosten Chinas. Nachbarn sind Russland im Norden und Osten, die Innere Mongolei im Westen sowie Jilin im Süden. Gezeigt ist ein Raum von rund 1.300 km Durchmesser.',
		],
	],
	lines: [
		[
			'border: [Poland, Ukraine]',
			'A line marks the border between Poland and Ukraine, more than 400 km long; Ukraine lies to the east.',
			'Als Linie gezeichnet ist die Grenze zwischen Polen und der Ukraine, mehr als 400 km lang; die Ukraine liegt im Osten.',
		],
		[
			'border: {between: [Heilongjiang, Russia], label: Where China ends}',
			'Drawn as a line: Where China ends (between Heilongjiang and Russia), more than 2,500 km long; Russia lies to the north and east.',
			'Als Linie gezeichnet: Where China ends (zwischen Heilongjiang und Russland), mehr als 2.500 km lang; Russland liegt im Norden und Osten.',
		],
		[
			'route: [Beijing, Harbin]',
			'A line connects Beijing with Harbin: 1,060 km to the north-east as the crow flies. Both places are in China.',
			'Eine Linie verbindet Peking mit Harbin: 1.060 km Luftlinie nach Nordosten. Beide Orte liegen in China.',
		],
		[
			'route: {stops: [Moscow, Beijing, Harbin], label: By train}',
			'A line (“By train”) connects in turn Moscow, Beijing (5,800 km), Harbin (1,060 km); 6,860 km in all, as the crow flies.',
			'Eine Linie („By train“) verbindet der Reihe nach Moskau, Peking (5.800 km), Harbin (1.060 km); zusammen 6.860 km Luftlinie.',
		],
		[
			'route: [Beijing, Harbin]\nhighlight: {Heilongjiang: mention}',
			'A line connects Beijing with Harbin: 1,060 km to the north-east as the crow flies. Heilongjiang, in the north-east of China, is lightly tinted. Harbin lies in the south-west of Heilongjiang.',
			'Eine Linie verbindet Peking mit Harbin: 1.060 km Luftlinie nach Nordosten. Blass getönt ist Heilongjiang im Nordosten Chinas. Harbin liegt im Südwesten Heilongjiangs.',
		],
		[
			'route: [China, Russia]',
			'A line connects China with Russia. The area shown is about 8,800 km across.',
			'Eine Linie verbindet China mit Russland. Gezeigt ist ein Raum von rund 8.800 km Durchmesser.',
		],
	],
	'data of one’s own': [
		[
			'data: {file: ports.geojson, label: Ports}',
			'Also drawn: “Ports”, with 1 line and 2 points (A and B). The area shown is about 90 km across.',
			'Außerdem eingezeichnet: „Ports“ mit 1 Linie und 2 Punkten (A und B). Gezeigt ist ein Raum von rund 90 km Durchmesser.',
		],
	],
};

const ports = JSON.stringify({
	type: 'FeatureCollection',
	features: [
		{ type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Point', coordinates: [9.9, 53.5] } },
		{ type: 'Feature', properties: { name: 'B' }, geometry: { type: 'Point', coordinates: [8.5, 53.5] } },
		{
			type: 'Feature',
			properties: {},
			geometry: {
				type: 'LineString',
				coordinates: [
					[8.5, 53.5],
					[9, 53.6],
				],
			},
		},
	],
});

describe.each(Object.entries(SENTENCES))('%s', (_, sentences) => {
	test.each(sentences)('%s', (block, english, german) => {
		expect(words(block, 'en', { 'ports.geojson': ports })).toBe(english);
		expect(words(block, 'de', { 'ports.geojson': ports })).toBe(german);
	});
});

describe('a step that keeps the map', () => {
	const steps = (lang: string) => {
		const texts = stepsOf(
			['route: [Beijing, Harbin]\nhighlight: United States', 'when: 2024-05-16', 'zoom: 3'],
			lang,
		);
		return texts.map((step) => step.describe);
	};

	test('says so briefly, with all names', () => {
		expect(steps('en')[1]).toBe('The map stays: still in view are the United States, Beijing and Harbin.');
		expect(steps('de')[1]).toBe('Die Karte bleibt: Zu sehen sind weiter die USA, Peking und Harbin.');
	});

	test('says it all where its author moves the camera', () => {
		expect(steps('en')[2]).toBe(steps('en')[0]);
	});
});

describe('the whole Earth', () => {
	const cover = (block: string, lang: string) => {
		const files = {
			[`src/stories/x/${lang}.md`]: `---\ntitle: T\n---\n\n${block}\n\n## A\n\n\`\`\`map\nfocus: Harbin\n\`\`\`\n`,
		};
		return compileStory({ files, slug: 'x', lang, gazetteer, world }).story!.cover.describe;
	};

	test('has something in the middle', () => {
		expect(cover('', 'en')).toBe('The whole globe, with East Asia in the middle.');
		expect(cover('', 'de')).toBe('Die ganze Erdkugel mit Ostasien in der Mitte.');
		const iran = '```map\nfocus: Tehran\ncenter: { lat: 32, lon: 54 }\n```';
		expect(cover(iran, 'de')).toBe(
			'Die ganze Erdkugel mit dem Nahen Osten in der Mitte. Markiert ist Teheran, die Hauptstadt des Iran. Die Stadt liegt im Nordwesten des Landes.',
		);
	});

	test('may have open sea in the middle', () => {
		const sea = '```map\nfocus: Harbin\ncenter: { lat: -35, lon: -125 }\n```';
		expect(cover(sea, 'en')).toMatch(
			/^The whole globe, with open sea in the middle, at 35° south, 125° west\./,
		);
		expect(cover(sea, 'de')).toMatch(
			/^Die ganze Erdkugel, in der Mitte offenes Meer bei 35° Süd, 125° West\./,
		);
	});
});

describe('a place after another one', () => {
	test('lies so far from that', () => {
		const [, second] = stepsOf(['route: [Beijing, Harbin]', 'focus: Harbin'], 'en');
		expect(second!.describe).toBe(
			'Marked on the map is Harbin, in Heilongjiang, in the north-east of China. It lies 1,060 km north-east of Beijing and 350 km from the border with Russia.',
		);
	});
});

describe('another language', () => {
	test('gets names and distances, and nothing that needs a grammar', () => {
		const french = (block: string) => words(block, 'fr');
		expect(french('route: [Beijing, Harbin]').replaceAll(/\s/g, ' ')).toBe('Beijing – Harbin: 1 060 km');
		expect(french('highlight: [Germany, Netherlands]')).toBe('Allemagne et Pays-Bas');
		expect(french('focus: Munich')).toBe('Munich (Allemagne)');
		expect(french('highlight: {Poland: {style: fill, label: Membre}}')).toBe('Pologne (Membre)');
		expect(words('highlight: [Germany, Heilongjiang]', 'zh')).toBe('德国和黑龙江省');
		expect(words('border: [Poland, Ukraine]', 'ru')).toBe('Польша – Украина');
	});
});
