import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	DEFAULTS,
	parseSettings,
	rootAttributes,
	serializeSettings,
	STORAGE_KEY,
} from '#lib/runtime/settings.ts';

describe('the settings of a reader', () => {
	it('come back as they were kept', () => {
		const chosen = { theme: 'dark', contrast: 'more', text: 'large', keys: 'off' } as const;
		expect(parseSettings(serializeSettings(chosen))).toEqual(chosen);
	});

	it.each([null, '', '{', 'null', '[]', '"dark"', '{"theme":"sepia","text":3,"other":"x"}'])(
		'are the defaults where %j was kept',
		(kept) => expect(parseSettings(kept)).toEqual(DEFAULTS),
	);

	it('keep nothing of what is the default', () => {
		expect(serializeSettings({ ...DEFAULTS, text: 'small' })).toBe('{"text":"small"}');
	});

	it('leave no attribute where the system decides', () => {
		expect(rootAttributes(DEFAULTS)).toEqual({ theme: undefined, contrast: undefined, text: undefined });
	});

	it('are read by the page before its first paint, under the same name', () => {
		expect(readFileSync('src/app.html', 'utf8')).toContain(`'${STORAGE_KEY}'`);
	});
});
