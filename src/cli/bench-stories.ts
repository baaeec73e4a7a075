import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFolders } from '#lib/server/stories.ts';

export type Motion = 'step' | 'scrub';

/** How many steps the stories have whose scrolling is compared: as many as the flagship, and as many as nobody writes. */
export const [SHORT, LONG] = [11, 200] as const;

/** The stories that were built, until `remove` is called. */
export interface BenchSite {
	dir: string;
	/** Those that the compiler knows. */
	motions: Motion[];
	remove: () => void;
}

const PLACES =
	'Harbin Chicago Lyon Kharkiv Nairobi Osaka Leipzig Bogotá Perth Aleppo Turin Lagos Denver Poznań Mosul Hanoi Auckland Lima Reykjavík Jakarta'.split(
		' ',
	);
const COUNTRIES =
	'China France Ukraine Kenya Japan Germany Colombia Australia Syria Italy Nigeria Poland Iraq Vietnam Brazil Canada'.split(
		' ',
	);

/** A story that leads around the world and needs everything that a step can draw; always the same for the same arguments. */
export function benchStory(steps: number, motion: Motion): string {
	const head = [
		'---',
		`title: Around the world in ${steps} steps`,
		'description: A story that nobody wrote, to measure how stories scroll.',
		'date: 2024-05-17',
		'author: Dateline',
		'sources: [{ title: "None, it is made up" }]',
		`motion: ${motion}`,
		'---',
	].join('\n');
	const cover = '```map\nfocus: Harbin\n```\n\nAll of this is made up.';
	return `${[head, cover, ...Array.from({ length: steps }, (_, index) => step(index))].join('\n\n')}\n`;
}

function step(index: number): string {
	const [place, next] = [index * 7, index * 7 + 7].map((at) => PLACES[at % PLACES.length]!);
	const country = COUNTRIES[(index * 5) % COUNTRIES.length]!;
	const view = [
		`focus: ${place}\nshow: ${next}`,
		`focus: ${country}\nhighlight: { ${country}: outline }\nshow: ${place}`,
		`route: [${place}, ${next}]`,
	][index % 3]!;
	const text =
		'The report says what happened here on that day, who was there, and what came of it in the weeks after. Nobody has ever written it. ';
	return [
		`## Step ${index + 1}`,
		`\`\`\`map\nid: step-${index + 1}\nshort: ${index + 1}\n${view}\n\`\`\``,
		text.repeat(2 + (index % 3)).trim(),
	].join('\n\n');
}

/** Path of a story on the built site. */
export function benchPath(steps: number, motion: Motion): string {
	return `/en/bench-${motion}-${steps}/`;
}

/**
 * Builds a site with a short and a long story in each motion, outside of the project.
 *
 * @throws {Error} where they do not compile
 */
export function buildBenchSite(projectDir: string): BenchSite {
	const root = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
	const remove = () => rmSync(root, { recursive: true, force: true });
	try {
		const motions = (['step', 'scrub'] as const).filter((motion) => writeStories(root, motion));
		const { status, stdout, stderr } = spawnSync('npx', ['vite', 'build'], {
			cwd: projectDir,
			env: { ...process.env, DATELINE_STORIES: join(root, 'stories'), DATELINE_OUT: join(root, 'site') },
			encoding: 'utf8',
			shell: process.platform === 'win32',
		});
		if (status !== 0) throw new Error(`The stories of the bench were not built:\n${stdout}${stderr}`);
		return { dir: join(root, 'site'), motions, remove };
	} catch (error) {
		remove();
		throw error;
	}
}

/** @returns whether the compiler knows this motion; if not, nothing is left of them */
function writeStories(root: string, motion: Motion): boolean {
	const folders = [SHORT, LONG].map((steps) => {
		const folder = join(root, 'stories', `bench-${motion}-${steps}`);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'en.md'), benchStory(steps, motion));
		return folder;
	});
	const errors = compileFolders(folders)
		.flatMap(({ problems }) => problems)
		.filter(({ severity }) => severity === 'error');
	const other = errors.find(({ code }) => code !== 'motion-unsupported');
	if (other) throw new Error(`The stories of the bench are wrong: ${other.code} ${other.message}`);
	if (errors.length) for (const folder of folders) rmSync(folder, { recursive: true });
	return errors.length === 0;
}
