import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** Runs the command as an author does. */
function check(...args: string[]): Promise<{ code: number; out: string }> {
	return new Promise((resolve) => {
		const command = ['--import', 'tsx', 'src/cli/check.ts', ...args];
		execFile(process.execPath, command, (error, stdout, stderr) =>
			resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr }),
		);
	});
}

describe('the command check', () => {
	test('tells a mistake in one line, ends with exit 1, and never shows a stack', async () => {
		const { code, out } = await check('tests/compiler/fixtures/place-unknown/de.md');
		expect(code).toBe(1);
		expect(out).toMatch(
			/^tests\/compiler\/fixtures\/place-unknown\/de\.md:8:8 place-unknown: No place "Habrin"\. Did you mean "Harbin"/,
		);
		expect(out).toMatch(/\n1 story, 5 errors, 0 warnings\n$/);
		expect(out).not.toMatch(/^\s+at /m);
	});

	test('finds nothing wrong with the stories of this site', async () => {
		const { code, out } = await check();
		expect(out).toMatch(/^\d+ stor(y|ies), no problems\n$/);
		expect(code).toBe(0);
	});

	test('looks one level below a folder that holds stories, and nowhere else', async () => {
		const { code, out } = await check('src/stories/');
		expect(out).toMatch(/^[1-9]\d* stor(y|ies), no problems\n$/);
		expect(code).toBe(0);
	});

	test.each(['', '/german.md'])('says which file has no language in its name (file-name%s)', async (path) => {
		const { code, out } = await check(`tests/compiler/fixtures/file-name${path}`);
		expect(out).toContain('/german.md:1:1 file-name: ');
		expect(out).toContain('/api-v2.md:1:1 file-name: ');
		expect(code).toBe(1);
	});

	test('reads the bytes of files and the heads of images', async () => {
		const fixtures = 'tests/compiler/fixtures';
		const { code, out } = await check(`${fixtures}/file-not-utf8`, `${fixtures}/image-broken`);
		expect(code).toBe(1);
		expect(out).toContain(`${fixtures}/file-not-utf8/de.md:2:14 file-not-utf8: This file is not UTF-8`);
		expect(out).toContain(
			`${fixtures}/image-broken/de.md:11:1 image-broken: "abgebrochen.jpg" cannot be read`,
		);
	});

	test('never says that all is well where it found nothing', async () => {
		const { code, out } = await check('src/stories', 'static/basemap');
		expect(out).toBe('There is no story in static/basemap. A story is a folder with a file such as de.md.\n');
		expect(code).toBe(1);
	});

	test('says which file does not exist', async () => {
		const { code, out } = await check('src/stories/no-such-story');
		expect(out).toBe('src/stories/no-such-story does not exist.\n');
		expect(code).toBe(1);
	});
});
