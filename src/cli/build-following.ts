import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, PUBLISHED } from './ensure-build';

/**
 * Builds the stories as they would be with `motion: scrub`, so that any moment of a flight can be scrolled to: both
 * motions take the same ways.
 *
 * @returns the folder of the built site
 */
export function buildFollowing(projectDir: string): string {
	const dir = mkdtempSync(join(tmpdir(), 'dateline-'));
	const stories = join(dir, 'stories');
	cpSync(join(projectDir, PUBLISHED.stories), stories, { recursive: true });
	for (const file of readdirSync(stories, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.md')) continue;
		const story = readFileSync(join(stories, file), 'utf8');
		writeFileSync(join(stories, file), story.replace(/^motion: step$/m, 'motion: scrub'));
	}
	const out = join(dir, 'build');
	ensureBuild(projectDir, { stories, out });
	return out;
}
