import { describe, expect, it, vi } from 'vitest';
import type { MapLibreMap } from '#lib/runtime/map/maplibre.ts';
import { spareSky } from '#lib/runtime/map/unseen-sky.ts';

function map(sky?: object) {
	const shared = { sky: vi.fn(), fill: vi.fn() };
	const painter = { drawFunctions: shared };
	const style = { sky };
	spareSky({ painter, getSky: () => style.sky } as unknown as MapLibreMap);
	return { shared, style, draw: painter.drawFunctions };
}

describe('the sky', () => {
	it('is not drawn where the style has none', () => {
		const { shared, draw } = map();
		draw.sky();
		expect(shared.sky).not.toHaveBeenCalled();
	});

	it('is drawn where the style has one, be it that of a basemap that comes later', () => {
		const { shared, style, draw } = map();
		style.sky = { 'sky-color': 'blue' };
		draw.sky('mesh', 'frame');
		expect(shared.sky).toHaveBeenCalledExactlyOnceWith('mesh', 'frame');
	});

	it('stays as it is on other maps of the page, and so does all else that is drawn', () => {
		const { shared, draw } = map();
		expect(draw).not.toBe(shared);
		expect(draw.fill).toBe(shared.fill);
		shared.sky();
		expect(shared.sky).toHaveBeenCalledOnce();
	});

	it('is drawn as ever by a MapLibre that keeps its functions elsewhere', () => {
		expect(() => spareSky({ painter: {} } as unknown as MapLibreMap)).not.toThrow();
	});
});
