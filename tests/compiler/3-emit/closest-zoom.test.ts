import { describe, expect, it } from 'vitest';
import { closestZoom } from '#lib/compiler/3-emit/closest-zoom.ts';
import { loadWorld } from '#lib/server/world.ts';

const { gazetteer } = loadWorld();
const at = { lon: 0, lat: 0 };
const zoomOf = (...ids: string[]) => {
	const targets = ids.map((id) => ({ id, label: id, at, place: gazetteer.byId(id) }));
	return closestZoom(
		targets as Parameters<typeof closestZoom>[0],
		ids.map(() => at),
		false,
	);
};

describe('how close a place by itself is shown', () => {
	it('is farther off for a large city than for a small town', () => {
		const [capital, city] = ['geonames:1816670', 'geonames:2950159'].map((id) => zoomOf(id));
		expect(capital).toBe(5.2);
		expect(city).toBe(5.2);
		expect(zoomOf('geonames:2874225')).toBeGreaterThan(5.2); // Mainz
	});

	it('is nearest for an area', () => {
		expect(zoomOf('LI')).toBeGreaterThan(zoomOf('poi:kremlin'));
	});

	it('is as ever for several places', () => {
		expect(zoomOf('geonames:1816670', 'geonames:2037013')).toBe(6);
	});
});
