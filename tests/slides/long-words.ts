import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Words of a language, short and as long as it allows, and what the story calls its steps. They make no sense together. */
interface Vocabulary {
	title: string;
	description: string;
	/** Five headings; the fourth is long. */
	headings: [string, string, string, string, string];
	labels: [string, string];
	short: string;
	long: string;
}

export const VOCABULARIES: Record<string, Vocabulary> = {
	de: {
		title: 'Lange Wörter',
		description: 'Erzeugter Text ohne Sinn, mit Wörtern bis zu 45 Buchstaben.',
		headings: [
			'Ein Absatz',
			'Ein Satz ohne Ende',
			'Listen und Aufzählungen',
			'Von der Zuständigkeit für die Grundstücksverkehrsgenehmigung und von denen, die sie am Ende des Tages wirklich haben',
			'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
		],
		labels: ['Verwaltungsgemeinschaft', 'Nachbarn, die an einer Vereinbarung nicht beteiligt sind'],
		short:
			'der die das und mit einer am auf nicht wird Fluss Hafen Schiff Morgen Grenze Land spät früh sagt geht steht liegt über unter neben Brücke Ufer Nebel Licht Wind',
		long: 'Donaudampfschifffahrtsgesellschaftskapitän Grundstücksverkehrsgenehmigungszuständigkeit Rindfleischetikettierungsüberwachungsgesetz Straßenbahnhaltestellenüberdachung Binnenschifffahrtsvereinbarung Telekommunikationsüberwachungsverordnung Unabhängigkeitserklärungen Wasserstandsvorhersage',
	},
	en: {
		title: 'Long words',
		description: 'Generated text without sense, with words of up to 45 letters.',
		headings: [
			'One paragraph',
			'One sentence without an end',
			'Lists and enumerations',
			'Of the responsibility for the intergovernmental authorisation and of those who really have it at the end of the day',
			'Antidisestablishmentarianism',
		],
		labels: ['Administrative community', 'Neighbours who take no part in an agreement'],
		short:
			'the of and with one at on not will river harbour ship morning border land late early says goes stands lies over under beside bridge bank mist light wind',
		long: 'pneumonoultramicroscopicsilicovolcanoconiosis antidisestablishmentarianism electroencephalographically counterrevolutionaries internationalisation incomprehensibilities floccinaucinihilipilification intergovernmental',
	},
	fi: {
		title: 'Pitkiä sanoja',
		description: 'Luotua tekstiä ilman järkeä, sanoja jopa 45 kirjainta.',
		headings: [
			'Yksi kappale',
			'Yksi loputon lause',
			'Luetteloita',
			'Kiinteistökauppojen lupamenettelyn toimivaltaisuudesta ja niistä joilla se päivän päätteeksi todella on',
			'Epäjärjestelmällistyttämättömyydellään',
		],
		labels: ['Hallintoyhteisö', 'Naapurit, jotka eivät osallistu sopimukseen'],
		short:
			'ja on ei se joka kun yksi joki satama laiva aamu raja maa myöhään varhain sanoo menee seisoo yli alle vieressä silta ranta sumu valo tuuli',
		long: 'epäjärjestelmällistyttämättömyydellänsäkään lentokonesuihkuturbiinimoottoriapumekaanikko järjestelmällistämättömyydellänsä hätäuloskäyntiportaikossa kolmivaihekilowattituntimittari yhteistyösopimusneuvottelu elintarviketurvallisuusvirasto rautatieasemalla',
	},
	ru: {
		title: 'Длинные слова',
		description: 'Созданный текст без смысла, со словами до 40 букв.',
		headings: [
			'Один абзац',
			'Одно предложение без конца',
			'Списки и перечни',
			'Об ответственности за межправительственное разрешение и о тех, у кого она в конце концов на самом деле есть',
			'Рентгеноэлектрокардиографического',
		],
		labels: ['Административное сообщество', 'Соседи, которые не участвуют в соглашении'],
		short:
			'и в на с не один река гавань корабль утро граница земля поздно рано говорит идёт стоит лежит над под рядом мост берег туман свет ветер',
		long: 'рентгеноэлектрокардиографического водогрязеторфопарафинолечение частнопредпринимательского метилпропенилендигидроксициннаменилакрил человеконенавистничество межправительственного достопримечательностями превысокомногорассмотрительствующий',
	},
};

/** Words in each step. */
const WORDS = 250;

/** The story in one language. The same text whenever it is asked for. */
export function longWords(lang: string): string {
	const words = createWords(VOCABULARIES[lang]!);
	const { title, description, headings, labels } = VOCABULARIES[lang]!;
	const original = lang === 'de';
	const steps = [
		words.paragraph(WORDS),
		[words.sentence(130), words.paragraph(60), words.paragraph(60)].join('\n\n'),
		[
			words.paragraph(30),
			words.list('-', [12, 30, 8, 40]),
			words.sentence(10),
			words.list('1.', [20, 60, 10, 15, 25]),
		].join('\n\n'),
		[80, 90, 80].map(words.paragraph).join('\n\n'),
		[words.paragraph(100), `### ${words.sentence(4)}`, words.paragraph(90), words.paragraph(60)].join('\n\n'),
	];
	const focus = ['Wien', 'Linz', 'Budapest', 'Belgrad', 'Wien'];
	const blocks = focus.map((place, index) => {
		const own = original ? [`id: step-${index + 1}`, `focus: ${place}`] : [];
		if (original && index < 3) own.push(`when: 2026-11-0${index + 1}`, `dateline: ${place}`);
		if (index === 4)
			own.push(
				'highlight:',
				`  AT: { style: fill, label: "${labels[0]}" }`,
				`  HU: { style: outline, label: "${labels[1]}" }`,
			);
		return own.length ? `\`\`\`map\n${own.join('\n')}\n\`\`\`\n\n` : '';
	});
	const front = [
		`title: ${title}`,
		`description: ${description}`,
		'date: 2026-11-19',
		...(original ? [] : ['translates: de']),
		...['sources:', `  - title: ${words.sentence(20)}`, `  - title: ${words.sentence(8)}`],
	];
	const text = steps.map((step, index) => `## ${headings[index]}\n\n${blocks[index]}${step}\n`);
	return `---\n${front.join('\n')}\n---\n\n${words.paragraph(30)}\n\n${text.join('\n')}`;
}

function createWords({ short, long }: Vocabulary) {
	const shorts = short.split(' ');
	const longs = long.split(' ');
	let seed = 20261123;

	/** A whole number below a limit (a linear congruential generator, Numerical Recipes). */
	function below(limit: number): number {
		seed = (seed * 1664525 + 1013904223) % 2 ** 32;
		return Math.floor((seed / 2 ** 32) * limit);
	}

	function word(): string {
		const list = below(8) === 0 ? longs : shorts;
		const plain = list[below(list.length)]!;
		const markup = below(30);
		if (markup === 0) return `**${plain}**`;
		if (markup === 1) return `*${plain}*`;
		return markup === 2 ? `[${plain}](#step-2)` : plain;
	}

	function sentence(count: number): string {
		const words = Array.from({ length: count }, word);
		const text = words
			.map((each, index) => (index % 9 === 8 && index < count - 1 ? `${each},` : each))
			.join(' ');
		return text.replace(/\p{L}/u, (letter) => letter.toUpperCase()) + '.';
	}

	function paragraph(count: number): string {
		const sentences: string[] = [];
		for (let rest = count; rest > 0;) {
			const length = rest < 24 ? rest : 8 + below(12);
			sentences.push(sentence(length));
			rest -= length;
		}
		return sentences.join(' ');
	}

	const list = (sign: string, counts: number[]) =>
		counts.map((count) => `${sign} ${sentence(count)}`).join('\n');

	return { sentence, paragraph, list };
}

/** Where the story stands for the browser tests. */
export const FOLDER = fileURLToPath(new URL('../fixtures/stories/long-words/', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url))
	for (const lang of Object.keys(VOCABULARIES)) writeFileSync(`${FOLDER}${lang}.md`, longWords(lang));
