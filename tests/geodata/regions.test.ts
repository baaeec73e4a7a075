import { describe, expect, it } from 'vitest';
import { countriesOfUnits, readRegions, readWorld } from './built.js';

const { regions, outlines, together } = readRegions();
const countryOf = countriesOfUnits(readWorld());
const known = new Set([...countryOf.keys(), ...countryOf.values()]);

function region(id: string) {
	return regions.find((candidate) => candidate.id === id)!;
}

describe('regions', () => {
	it('name only members that the map has', () => {
		const codes = regions.flatMap(({ members, exclude = [] }) => [...members, ...exclude]);
		expect([...codes, ...Object.values(together).flat()].filter((code) => !known.has(code))).toEqual([]);
	});

	it('exclude only units of their own members', () => {
		for (const { id, members, exclude = [] } of regions)
			for (const unit of exclude)
				expect(members, `${id} excludes ${unit}`).toContain(countryOf.get(unit) ?? unit);
	});

	it('count 32 members of NATO, 30 of them in Europe, as of May 2024', () => {
		expect(region('nato').members).toHaveLength(32);
		expect(region('nato-europe').members).toHaveLength(30);
		expect(region('nato-europe').asOf).toBe('2024-05');
		for (const code of ['TR', 'FI', 'SE']) expect(region('nato-europe').members).toContain(code);
		expect(region('nato-europe').exclude).toContain('FR-GF');
	});

	it('leave Russia out of Europe without Russia, and Siberia out of Europe', () => {
		expect(region('europe-without-russia').members.filter((code) => code.startsWith('RU'))).toEqual([]);
		expect(region('europe').members).toContain('RU-MOW');
		expect(region('europe').members).not.toContain('RU-KHA');
	});

	it('say in every language what they are, and in two how we define them', () => {
		for (const { names, definition } of regions) {
			expect(Object.keys(names)).toEqual(['de', 'en', 'zh', 'ru']);
			expect(definition.de).toMatch(/\.$/);
			expect(definition.en).toMatch(/\.$/);
		}
	});

	it('have the numbers of the UN where they have the same name, each once', () => {
		const numbers = regions.flatMap(({ m49 }) => m49 ?? []);
		expect(new Set(numbers).size).toBe(numbers.length);
		expect(region('europe').m49).toBe('150');
		expect(numbers).toHaveLength(30);
	});

	it('tell the month of every list of members', () => {
		const undated = regions.filter(({ kind, asOf }) => kind === 'organisation' && !asOf);
		expect(undated.map(({ id }) => id)).toEqual([]);
		expect(region('african-union').members).toHaveLength(55);
		expect(region('arab-league').members).toHaveLength(22);
		expect(region('osce').members).toHaveLength(57);
		expect(region('schengen').members).toHaveLength(29);
		expect(region('euro-area').members).toHaveLength(20);
		expect(region('opec').members).toHaveLength(12);
	});

	it('have an outline of 8 to 40 points on the globe', () => {
		const all = [...regions.map(({ outline }) => outline), ...Object.values(outlines)];
		for (const outline of all) {
			expect(outline.length).toBeGreaterThanOrEqual(8);
			expect(outline.length).toBeLessThanOrEqual(40);
			for (const { lon, lat } of outline) expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 85).toBe(true);
		}
	});

	it('frame Russia and the USA without the far side of the date line', () => {
		expect(outlines.RU!.every(({ lon }) => lon > 0)).toBe(true);
		expect(outlines.US!.every(({ lon, lat }) => lon < -60 && lat < 50)).toBe(true);
	});
});
