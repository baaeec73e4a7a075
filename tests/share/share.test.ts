import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { rasterise } from '#lib/server/share.ts';
import { readWorld } from '#lib/server/stills.ts';
import { loadTypesetter } from '#lib/server/typesetter.ts';
import { setHeadline } from '#lib/share/headline.ts';
import { plainSvg } from '#lib/share/plain-svg.ts';
import { shareSvg, SHARE_SIZE, type ShareOptions, type Typesetter } from '#lib/share/index.ts';
import { parseTokens } from '#lib/stills/index.ts';
import { sampleViews } from '../stills/sample-views';

const COLUMN = { left: 56, top: 180, width: 480, height: 360 };
const LONG =
	'Wie zwei Tage im Mai das Verhältnis zwischen Peking und Moskau neu bestimmten und was das für Europa, die NATO bedeutet';

let options: ShareOptions;
let flat: ShareOptions;
let typeset: Typesetter;

beforeAll(async () => {
	typeset = await loadTypesetter();
	const { views, shapes } = sampleViews(JSON.parse(readFileSync('geodata/built/world.topo.json', 'utf8')));
	options = {
		...{ view: views['cover']!, shapes, world: readWorld(), lang: 'de', typeset },
		tokens: parseTokens(readFileSync('src/lib/components/theme.css', 'utf8')),
		...{ headline: 'Zwei Tage in China', name: 'Dateline', credit: 'Natural Earth' },
		dateline: { place: 'Peking', from: '2024-05-16', text: '16. Mai 2024' },
	};
	flat = { ...options, view: views['missiles']! };
}, 120_000);

describe('a share image', () => {
	it('is a PNG of 1200 × 630 px and at most 150 KB', async () => {
		for (const each of [options, flat]) {
			const png = await rasterise(shareSvg(each));
			const { format, width, height } = await sharp(png).metadata();
			expect({ format, width, height }).toEqual({ format: 'png', ...SHARE_SIZE });
			expect(png.length).toBeLessThan(150 * 1024);
		}
	});

	it('is the same each time it is drawn', async () => {
		const first = await rasterise(shareSvg(options));
		expect(first.equals(await rasterise(shareSvg(options)))).toBe(true);
	});

	it('shows the headline in ink, on the paper of a globe as on the sheet over a flat map', async () => {
		for (const each of [options, flat]) {
			const words = await inkIn(shareSvg(each));
			const none = await inkIn(shareSvg({ ...each, headline: '.' }));
			expect(words).toBeGreaterThan(0.08);
			expect(words).toBeGreaterThan(none * 3);
		}
	});

	it('shows land and water beside it', async () => {
		const { channels } = await sharp(await rasterise(shareSvg(options)))
			.extract({ left: 640, top: 60, width: 500, height: 500 })
			.stats();
		for (const { stdev } of channels.slice(0, 3)) expect(stdev).toBeGreaterThan(5);
	});

	it('has neither text nor custom properties, which a machine could draw otherwise', () => {
		for (const each of [options, flat])
			expect(shareSvg(each)).not.toMatch(/<text|var\(|@media|NaN|undefined/);
	});

	it('gives the whole width to the map where the faces lack the letters of the headline', () => {
		const svg = shareSvg({ ...options, headline: '两天在中国' });
		expect(svg).not.toContain(`fill:${options.tokens.light['hairline']}`);
		expect(svg).not.toContain('stroke-width:4"');
		expect(shareSvg(options)).toContain('stroke-width:4"');
		expect(svg).toContain('class="set name-mark"');
	});
});

describe('a headline', () => {
	const room = { width: 500, height: 360, largest: 124, smallest: 32 };
	const type = { face: 'serif', weight: 430 } as const;

	it('is never cut: 120 letters stay within their room', () => {
		const block = setHeadline(LONG, room, typeset, type)!;
		expect(LONG.length).toBeGreaterThanOrEqual(115);
		expect(block.lines.length * block.leading).toBeLessThanOrEqual(room.height);
		for (const { width } of block.lines) expect(width).toBeLessThanOrEqual(room.width);
		expect(block.size).toBeGreaterThanOrEqual(36);
	});

	it('is as large as can be where it is short', () => {
		expect(setHeadline('Harbin', room, typeset, type)).toMatchObject({ size: 124, lines: { length: 1 } });
	});

	it('breaks a word that is longer than a line', () => {
		const block = setHeadline('Donaudampfschifffahrtsgesellschaftskapitän', room, typeset, type)!;
		expect(block.lines.length).toBeGreaterThan(1);
		for (const { width } of block.lines) expect(width).toBeLessThanOrEqual(room.width);
	});

	it('is set in Latin, Cyrillic and Greek, and refused in scripts that the faces lack', () => {
		for (const text of ['Tiếng Việt, Łódź', 'Два дня в Китае', 'Δύο μέρες στην Κίνα'])
			expect(setHeadline(text, room, typeset, type), text).not.toBeNull();
		for (const text of ['两天在中国', 'يومان في الصين', 'יומיים בסין'])
			expect(setHeadline(text, room, typeset, type), text).toBeNull();
	});

	it('varies with weight', () => {
		const width = (weight: number) => typeset('Dateline', { face: 'serif', weight, size: 40 })!.width;
		expect(width(600)).toBeGreaterThan(width(430) * 1.02);
	});
});

describe('plainSvg', () => {
	it('leaves the rules that draw, with the values of one setting', () => {
		const svg =
			'<svg><style>:root{--a:red}@media (x){:root{--a:blue}}:root:target{--a:b}text{fill:var(--a)}.b{fill:var(--a)}</style></svg>';
		expect(plainSvg(svg, { a: 'red' })).toBe('<svg><style>.set{fill:red}.b{fill:red}</style></svg>');
	});

	it('names a token that the theme lacks', () => {
		expect(() => plainSvg('<g style="fill:var(--sea)"/>', {})).toThrow('--sea');
	});
});

/** Share of dark pixels where the headline stands. */
async function inkIn(svg: string): Promise<number> {
	const { data } = await sharp(await rasterise(svg))
		.extract(COLUMN)
		.greyscale()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return data.filter((value) => value < 70).length / data.length;
}
