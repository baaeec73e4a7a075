import { beforeAll, describe, expect, it } from 'vitest';
import { compileStory } from '#lib/compiler/index.ts';
import { loadWorld, type Sources } from '#lib/server/world.ts';
import type { MultiPolygon } from '#lib/story/index.ts';

let sources: Sources;

function compiled(worldview: string | undefined, map: string, lang = 'en') {
	const front = worldview ? `title: T\nworldview: ${worldview}` : 'title: T';
	const text = `---\n${front}\n---\n\n## Step\n\n\`\`\`map\n${map}\n\`\`\`\n\nText.\n`;
	const files = { [`src/stories/x/${lang}.md`]: text };
	const { story, shapes, problems } = compileStory({ files, slug: 'x', lang, ...sources });
	const view = story!.steps[0]!.view;
	const shape = shapes[view.highlights[0]?.shape ?? view.borders[0]?.shape ?? ''];
	return { story: story!, problems, view, shape, words: story!.steps[0]!.describe };
}

/** Whether an area has a corner within half a degree of a point. */
function reaches(shape: unknown, lon: number, lat: number): boolean {
	return (shape as MultiPolygon).coordinates.flat(2).some(([x, y]) => Math.hypot(x! - lon, y! - lat) < 0.5);
}

describe('a worldview', () => {
	beforeAll(() => {
		sources = loadWorld();
	});

	it('gives what its law claims to its country, and takes it from the other', () => {
		const sevastopol = [33.4, 44.55] as const;
		expect(reaches(compiled(undefined, 'highlight: Ukraine').shape, ...sevastopol)).toBe(true);
		expect(reaches(compiled(undefined, 'highlight: Russia').shape, ...sevastopol)).toBe(false);
		expect(reaches(compiled('RU', 'highlight: Ukraine').shape, ...sevastopol)).toBe(false);
		expect(reaches(compiled('RU', 'highlight: Russia').shape, ...sevastopol)).toBe(true);
	});

	it('leaves a country that is given away as a whole to a story that names it', () => {
		const taipei = [121.5, 25.1] as const;
		expect(reaches(compiled(undefined, 'highlight: China').shape, ...taipei)).toBe(false);
		expect(reaches(compiled('CN', 'highlight: China').shape, ...taipei)).toBe(true);
		expect(reaches(compiled('CN', 'highlight: Taiwan').shape, ...taipei)).toBe(true);
	});

	it('moves the border that two countries share', () => {
		const lines = (worldview?: string) => compiled(worldview, 'border: [Russia, Ukraine]').shape;
		expect(JSON.stringify(lines('RU'))).not.toBe(JSON.stringify(lines()));
	});

	it('says in words what the map shows', () => {
		expect(compiled(undefined, 'focus: Donetsk').words).toContain('east of Ukraine');
		expect(compiled('RU', 'focus: Donetsk').words).toContain('south-west of Russia');
	});

	it('tells the map whose names to leave out, and what to write for others', () => {
		expect(compiled(undefined, 'focus: Taipei').story.worldview).toBeUndefined();
		expect(compiled('CN', 'focus: Taipei').story.worldview).toMatchObject({ id: 'CN', unnamed: ['TW'] });
		expect(compiled('AR', 'focus: Buenos Aires', 'de').story.worldview!.renamed).toEqual({
			FK: 'Malwinen (Arg.)',
		});
	});

	it('is refused where nobody has written it down, with the codes that there are', () => {
		const [problem] = compiled('RUS', 'focus: Moscow').problems;
		expect(problem).toMatchObject({ code: 'value-unknown', severity: 'error', line: 3, column: 12 });
		expect(problem!.message).toContain('AR, CN, IN, MA or RU');
	});

	it('says what it leaves out', () => {
		expect(compiled('IN', 'focus: Delhi').problems).toMatchObject([
			{ code: 'worldview-incomplete', severity: 'warning' },
		]);
		expect(compiled('MA', 'focus: Rabat').problems).toEqual([]);
	});
});
