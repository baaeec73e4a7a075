import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectionFor, projector } from '#lib/geo/index.ts';
import { readWorld } from '#lib/server/stills.ts';
import { placeHighlights } from '#lib/stills/drawings.ts';
import {
	alwaysVisible,
	CROPS,
	STEP_CROPS,
	parseTokens,
	renderStill,
	stillCamera,
	type CropName,
	type World,
} from '#lib/stills/index.ts';
import { contains, squaredDistance } from '#lib/stills/outline.ts';
import { createScene } from '#lib/stills/scene.ts';
import type { LonLat, Shapes, View } from '#lib/story/index.ts';
import { sampleViews } from './sample-views';

const BUDGET = 25 * 1024;
const crops: readonly CropName[] = STEP_CROPS;
const tokens = parseTokens(readFileSync('src/lib/components/theme.css', 'utf8'));

let world: World;
let views: Record<string, View>;
let shapes: Shapes;
const drawn = new Map<string, string>();

beforeAll(() => {
	world = readWorld();
	({ views, shapes } = sampleViews(JSON.parse(readFileSync('geodata/built/world.topo.json', 'utf8'))));
	for (const [name, view] of Object.entries(views)) {
		for (const crop of crops) drawn.set(`${name} ${crop}`, draw(view, crop));
	}
}, 120_000);

function draw(view: View, crop: CropName, lang = 'de', title = 'Ein Titel'): string {
	return renderStill({ view, shapes, world, lang, crop, tokens, title });
}

const texts = (svg: string) =>
	[...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside]) =>
		inside!
			.replace(/<\/tspan>/g, ' ')
			.replace(/<[^>]*>/g, '')
			.trim(),
	);

describe('a still', () => {
	it('is well-formed XML without a number gone wrong', () => {
		for (const [name, svg] of drawn) {
			expect(unclosed(svg), name).toEqual([]);
			expect(svg, name).not.toMatch(/NaN|Infinity|undefined|\[object/);
		}
	});

	it('stays within its budget', () => {
		for (const [name, svg] of drawn) expect(gzipSync(svg, { level: 9 }).length, name).toBeLessThan(BUDGET);
	});

	it('has land, whatever it looks at', () => {
		for (const [name, svg] of drawn) {
			if (!/^pole /.test(name)) expect(svg, name).toMatch(/<path id="land" d="m[^"]{50,}"/);
		}
	});

	it('is the same each time it is drawn', () => {
		expect(draw(views['missiles']!, '3x2')).toBe(drawn.get('missiles 3x2'));
	});

	it('never refers to a drawing it does not contain', () => {
		for (const [name, svg] of drawn) {
			for (const [, id] of svg.matchAll(/(?:href="#|url\(#)([\w-]+)/g))
				expect(svg, `${name}: ${id}`).toContain(`id="${id}"`);
		}
	});

	it('is an image with the step’s heading for its title, escaped', () => {
		const svg = draw(views['beijing']!, '4x5', 'de', 'Xi & Putin: „<b>“');
		expect(svg).toContain('role="img"');
		expect(svg).toContain('<title>Xi &amp; Putin: „&lt;b&gt;“</title>');
	});

	it('brings the colours of all settings and no others', () => {
		const svg = drawn.get('declaration 3x2')!;
		expect(svg).toContain('@media (prefers-color-scheme:dark)');
		expect(svg).toContain('@media (prefers-contrast:more)');
		expect(svg).toContain(`--land:${tokens.dark['land']}`);
		const used = [...svg.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!);
		for (const name of used) expect(svg).toContain(`--${name}:`);
		expect(svg.replace(/<style>.*?<\/style>/, '')).not.toMatch(/#[0-9a-f]{6}|rgb\(/);
	});

	it('names places in the language asked for, and in English where there is no such name', () => {
		expect(texts(draw(views['declaration']!, '3x2', 'de'))).toContain('INDIEN');
		expect(texts(draw(views['declaration']!, '3x2', 'zh'))).toContain('印度');
		expect(texts(draw(views['declaration']!, '3x2', 'ru'))).toContain('ИНДИЯ');
		expect(texts(draw(views['declaration']!, '3x2', 'tlh'))).toContain('INDIA');
	});

	it('dashes disputed lines', () => {
		const [, border] = /<path class="border" d="m([^"]*)"/.exec(drawn.get('cover 3x2')!)!;
		const lengths = border!.split('m').map((piece) => {
			const [, , ...steps] = piece.match(/-?(\d+\.?\d*|\.\d+)/g)!.map(Number);
			return steps.reduce((sum, step, i) => sum + (i % 2 ? Math.hypot(steps[i - 1]!, step) : 0), 0);
		});
		const dashes = lengths.filter((length) => Math.abs(length - 4) < 1);
		expect(dashes.length).toBeGreaterThan(30);
	});

	it('smooths the shores only where there is little else to draw', () => {
		expect(drawn.get('cover 3x2')).toContain('class="shore"');
		expect(drawn.get('cover 3x2')).not.toContain('optimizeSpeed');
		expect(drawn.get('declaration 3x2')).toContain('class="shore quick"');
		expect(drawn.get('declaration 3x2')).toContain('.quick{shape-rendering:optimizeSpeed}');
	});

	it('draws no more than five paths that are larger than a lake on a cover without highlights', () => {
		const svg = drawn.get('cover 3x2')!;
		expect(svg.match(/<(path|use)\b[^>]* class="(?!rule)/g)!.length).toBeLessThanOrEqual(5);
	});

	it('draws marks, and their names in capitals', () => {
		const svg = drawn.get('north 3x2')!;
		expect(svg.match(/<circle class="dot" /g)).toHaveLength(2);
		expect(texts(svg)).toEqual(expect.arrayContaining(['PEKING', 'HARBIN']));
		expect(svg).toContain('class="route"');
	});

	it('draws the author’s own areas, lines and points, each point’s name as it is written', () => {
		const svg = drawn.get('own 3x2')!;
		expect(svg.match(/<circle class="point-2" /g)).toHaveLength(4);
		expect(texts(svg)).toEqual(expect.arrayContaining(['Dalian', 'Tianjin', 'Qingdao']));
		expect(texts(svg).filter((text) => text === 'Dalian')).toHaveLength(1);
		expect(svg).toMatch(/href="#data-1" class="outline-2"/);
		expect(svg).toMatch(/<path class="outline-2" d="m/);
		expect(svg).not.toContain('class="ground"');
		expect(drawn.get('ownHatched 3x2')).toMatch(/class="hatch-1" d="M/);
		expect(drawn.get('beijing 3x2')).not.toMatch(/class="(point|outline|hatch)-/);
	});

	it('does not name a highlighted country twice', () => {
		expect(texts(drawn.get('declaration 3x2')!).filter((text) => text === 'RUSSLAND')).toHaveLength(1);
	});

	it('writes the credit only where it is asked for', () => {
		const options = {
			view: views['cover']!,
			shapes,
			world,
			lang: 'de',
			crop: '3x2' as const,
			tokens,
			title: '',
		};
		expect(renderStill({ ...options, credit: 'Natural Earth' })).toContain('>Natural Earth</text>');
		expect(drawn.get('cover 3x2')).not.toContain('class="credit"');
	});

	it('repeats a flat world that ends within the picture', () => {
		const everywhere = [
			{ lon: -170, lat: 0 },
			{ lon: -60, lat: 0 },
			{ lon: 60, lat: 0 },
			{ lon: 170, lat: 0 },
		];
		const svg = draw({ ...views['nothing']!, focus: everywhere, projection: 'flat' }, '3x2');
		expect(svg).toMatch(/<use href="#map" x="-?\d/);
	});
});

describe('the hatching', () => {
	it('stays within its shape', () => {
		const view = views['missiles']!;
		const { screen } = CROPS['3x2'];
		const scene = createScene(stillCamera(view, CROPS['3x2']), screen, alwaysVisible(CROPS['3x2']));
		for (const { rings, svg } of placeHighlights(scene, view.highlights, shapes)) {
			const lines = [...svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)l(-?[\d.]+) ?(-?[\d.]+)/g)].map((match) =>
				match.slice(1).map(Number),
			);
			expect(lines.length).toBeGreaterThan(40);
			for (const [x, y, dx, dy] of lines as [number, number, number, number][]) {
				for (const t of [0, 0.25, 0.5, 0.75, 1]) {
					const point: [number, number] = [x + dx * t, y + dy * t];
					expect(contains(rings, point) || distance(rings, point) < 0.3).toBe(true);
				}
			}
		}
	});
});

describe('the crops', () => {
	const point = fc.record({
		lon: fc.double({ min: -180, max: 180, noNaN: true }),
		lat: fc.double({ min: -80, max: 80, noNaN: true }),
	});

	it('keep the focus where no box cuts it off', () => {
		fc.assert(
			fc.property(
				fc.array(point, { minLength: 1, maxLength: 8 }),
				fc.constantFrom(...crops),
				(focus, name) => {
					const view: View = { ...views['nothing']!, focus, projection: projectionFor(focus) };
					const crop = CROPS[name];
					const seen = focus.map(projector(stillCamera(view, crop), crop.screen));
					const safe = alwaysVisible(crop);
					for (const { x, y, visible } of seen) {
						expect(visible).toBe(true);
						expect(x).toBeGreaterThan(safe.left);
						expect(x).toBeLessThan(safe.right);
						expect(y).toBeGreaterThan(safe.top);
						expect(y).toBeLessThan(safe.bottom);
					}
				},
			),
			{ numRuns: 300 },
		);
	});

	it('show at least their always visible part in every box they are meant for', () => {
		for (const [name, narrowest, widest] of [
			['3x2', 1, 2],
			['4x5', 0.5, 1.2],
		] as const) {
			const { screen } = CROPS[name];
			const safe = alwaysVisible(CROPS[name]);
			for (const aspect of [narrowest, (narrowest + widest) / 2, widest]) {
				const width = Math.min(screen.width, screen.height * aspect);
				expect(safe.right - safe.left).toBeLessThanOrEqual(width + 1e-9);
				expect(safe.bottom - safe.top).toBeLessThanOrEqual(width / aspect + 1e-9);
			}
		}
	});

	it('survive any view', () => {
		const view = fc.record({
			focus: fc.array(
				fc.record({ lon: fc.integer({ min: -180, max: 180 }), lat: fc.integer({ min: -90, max: 90 }) }),
				{ maxLength: 4 },
			),
			projection: fc.constantFrom('globe' as const, 'flat' as const),
			maxZoom: fc.integer({ min: 0, max: 9 }),
			pitch: fc.constantFrom(0, 0, 50),
			bearing: fc.constantFrom(0, 0, 75),
		});
		fc.assert(
			fc.property(view, fc.constantFrom(...crops), (more, crop) => {
				const svg = draw(
					{
						...views['nothing']!,
						...more,
						marks: more.focus.map((at: LonLat, i) => ({ id: `${i}`, label: `Ort ${i}`, at })),
					},
					crop,
				);
				expect(svg).not.toMatch(/NaN|Infinity/);
				expect(unclosed(svg)).toEqual([]);
			}),
			{ numRuns: 25 },
		);
	}, 120_000);
});

function distance(rings: (readonly [number, number])[][], point: [number, number]): number {
	const squared = rings.flatMap((ring) =>
		ring.map((corner, i) => squaredDistance(point, ring.at(i - 1)!, corner)),
	);
	return Math.sqrt(Math.min(...squared));
}

/** Elements left open, or closed without having been opened; and what is no XML at all. */
function unclosed(xml: string): string[] {
	const open: string[] = [];
	let at = 0;
	for (const tag of xml.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
		const between = xml.slice(at, tag.index);
		if (/[<]|&(?!(amp|lt|gt|quot);)/.test(between)) return [`stray "${between.slice(0, 40)}"`];
		at = tag.index + tag[0].length;
		const [, closing, name, , empty] = tag;
		if (closing) {
			if (open.pop() !== name) return [`</${name}>`];
		} else if (!empty) open.push(name!);
	}
	return at === xml.length ? open : [`stray "${xml.slice(at, at + 40)}"`];
}
