import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MapLibreMap } from '#lib/runtime/map/maplibre.ts';
import { QualityKeeper } from '#lib/runtime/map/quality-keeper.ts';

vi.mock('#lib/runtime/map/archive.ts', () => ({}));

let callbacks: ((now: number) => void)[] = [];
let now = 0;

beforeEach(() => {
	callbacks = [];
	now = 0;
	vi.useFakeTimers();
	vi.stubGlobal('document', new EventTarget());
	vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => callbacks.push(callback));
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A map of air, with a keeper. */
function keep() {
	const listeners: Record<string, () => void> = {};
	const set = new Map<string, unknown>();
	const layers = new Map<string, { maxzoom?: number }>();
	const stylesheet = { transition: { duration: 320, delay: 0 } };
	let ratio = 2;
	const told = new Set<string>();
	const container = {
		toggleAttribute: (name: string, is: boolean) => (is ? told.add(name) : told.delete(name)),
		removeAttribute: (name: string) => told.delete(name),
	};
	const tileZoom = { wanted: 2 };
	class Manager {
		getSource() {
			return { type: 'vector', minzoom: 0 };
		}
		_updateRetainedTiles([tile]: { overscaledZ: number }[]) {
			tileZoom.wanted = tile!.overscaledZ;
		}
	}
	const manager = new Manager();
	const map = {
		_fadeDuration: 200,
		style: { stylesheet, tileManagers: { world: manager } },
		painter: Object.create({ context: { gl: {} }, renderLayer: () => undefined }) as object,
		on: (type: string, listener: () => void) => (listeners[type] = listener),
		off: (type: string) => delete listeners[type],
		getLayer(id: string) {
			if (id === 'relief') return undefined;
			if (!layers.has(id)) layers.set(id, id === 'rivers' ? { maxzoom: 9 } : {});
			return layers.get(id);
		},
		setPaintProperty: (layer: string, property: string, value: unknown) =>
			set.set(`${layer} ${property}`, value),
		getPixelRatio: () => ratio,
		setPixelRatio: (value: number) => (ratio = value),
		redraw: vi.fn(),
		triggerRepaint: vi.fn(),
		getContainer: () => container,
	};
	const onHopeless = vi.fn();
	const keeper = new QualityKeeper(map as unknown as MapLibreMap, { pixelRatio: () => 2, onHopeless });
	/** Frames of so many ms, in each of which the map is drawn if `drawn`. */
	const frames = (count: number, time: number, drawn = true) => {
		for (let frame = 0; frame < count; frame++) {
			const asked = callbacks.splice(0);
			now += time;
			for (const callback of asked) callback(now);
			if (drawn) listeners.render?.();
		}
	};
	/** The layers that are not drawn at any zoom. */
	const undrawn = () => [...layers].filter(([, { maxzoom }]) => maxzoom !== undefined && maxzoom < -9);
	/** The zoom of the tile that is asked for where one of zoom 2 would be drawn. */
	const asked = () => {
		manager._updateRetainedTiles([
			{ overscaledZ: 2, scaledTo: (z: number) => ({ overscaledZ: z }) } as never,
		]);
		return tileZoom.wanted;
	};
	return { keeper, told, asked, map, set, layers, undrawn, stylesheet, frames, onHopeless };
}

describe('the keeper of quality', () => {
	it('takes what gives way while the map moves, and gives all back at rest', () => {
		const { keeper, map, set, layers, undrawn, stylesheet, frames } = keep();
		keeper.begin();
		frames(4, 400);
		expect(map.getPixelRatio()).toBe(1);
		expect(map.redraw).toHaveBeenCalledOnce();
		expect([...set]).toEqual(['land', 'lakes', 'urban'].map((layer) => [`${layer} fill-antialias`, false]));
		expect(undrawn().map(([id]) => id)).toEqual(
			expect.arrayContaining(['shore-wide', 'shore', 'graticule', 'rivers', 'cities', 'country-names']),
		);
		expect(stylesheet.transition.duration).toBe(0);
		expect(keeper.isSparing).toBe(true);
		expect(keeper.end()).toBe(true);
		vi.advanceTimersByTime(500);
		expect(map.getPixelRatio()).toBe(2);
		expect(map.redraw).toHaveBeenCalledTimes(2);
		expect([...set.values()]).toEqual([true, true, true]);
		expect(undrawn()).toEqual([]);
		expect(layers.get('rivers')).toEqual({ maxzoom: 9 });
		expect(stylesheet.transition.duration).toBe(320);
		expect(keeper.isSparing).toBe(false);
		expect(keeper.end()).toBe(false);
		keeper.begin();
		expect(map.getPixelRatio()).toBe(1);
	});

	it('does not draw all of it while the reader goes on', () => {
		const { keeper, map, frames } = keep();
		keeper.begin();
		frames(4, 400);
		keeper.end();
		vi.advanceTimersByTime(100);
		keeper.begin();
		vi.advanceTimersByTime(1000);
		expect(map.getPixelRatio()).toBe(1);
	});

	it('leaves it at that while the page is still scrolled', () => {
		const { keeper, map, frames } = keep();
		keeper.begin();
		frames(4, 400);
		keeper.end();
		for (let turn = 0; turn < 5; turn++) {
			vi.advanceTimersByTime(300);
			document.dispatchEvent(new Event('scroll'));
		}
		expect(map.getPixelRatio()).toBe(1);
		vi.advanceTimersByTime(900);
		expect(map.getPixelRatio()).toBe(2);
	});

	it('has the first picture drawn a few times to see how long that takes', () => {
		const { map, frames } = keep();
		frames(20, 17);
		const asked = map.triggerRepaint.mock.calls.length;
		expect(asked).toBeGreaterThan(3);
		expect(asked).toBeLessThan(10);
	});

	it('judges flights that leave frames to the page, too', () => {
		const { keeper, frames } = keep();
		keeper.begin();
		frames(4, 400);
		for (let turn = 0; turn < 80; turn++) {
			frames(1, 12);
			frames(1, 12, false);
		}
		expect(keeper.isSparing).toBe(true); // what comes back comes with the next flight
		keeper.begin();
		expect(keeper.isSparing).toBe(false);
	});

	it('does not take frames that the page had to itself for slow ones of the map', () => {
		const { keeper, frames } = keep();
		keeper.begin();
		frames(4, 400);
		for (let turn = 0; turn < 80; turn++) {
			frames(1, 16.7);
			frames(2, 16.7, false);
		}
		keeper.begin();
		expect(keeper.isSparing).toBe(false);
	});

	it('asks for coarser tiles as long as the map is bare', () => {
		const { keeper, asked, frames } = keep();
		expect(asked()).toBe(2);
		keeper.begin();
		frames(4, 400);
		expect(asked()).toBe(1);
		keeper.end();
		vi.advanceTimersByTime(500);
		expect(asked()).toBe(2);
	});

	it('has the ground drawn without clipping as long as the map is bare', () => {
		const { keeper, layers, frames } = keep();
		const isClipped = () =>
			(layers.get('land') as { isTileClipped?: () => boolean } | undefined)?.isTileClipped?.() ?? true;
		keeper.begin();
		expect(isClipped()).toBe(true);
		frames(4, 400);
		expect(isClipped()).toBe(false);
		keeper.end();
		vi.advanceTimersByTime(500);
		expect(isClipped()).toBe(true);
	});

	it('tells the page as long as the map is bare', () => {
		const { keeper, told, frames } = keep();
		keeper.begin();
		expect(told).not.toContain('data-bare');
		frames(4, 400);
		expect(told).toContain('data-bare');
		keeper.end();
		vi.advanceTimersByTime(500);
		expect(told).not.toContain('data-bare');
		keeper.begin();
		expect(told).toContain('data-bare');
		keeper.destroy();
		expect(told).not.toContain('data-bare');
	});

	it('leaves what a step draws for when nobody scrolls, where frames are slow', async () => {
		const { keeper, frames } = keep();
		const come = vi.fn();
		document.dispatchEvent(new Event('scroll'));
		void keeper.pause().then(come);
		await vi.advanceTimersByTimeAsync(0);
		expect(come).toHaveBeenCalledOnce();
		keeper.begin();
		frames(4, 400);
		void keeper.pause().then(come);
		for (let turn = 0; turn < 5; turn++) {
			await vi.advanceTimersByTimeAsync(200);
			document.dispatchEvent(new Event('scroll'));
		}
		expect(come).toHaveBeenCalledOnce();
		await vi.advanceTimersByTimeAsync(300);
		expect(come).toHaveBeenCalledTimes(2);
	});

	it('has flights leave half the time for which the map held it up to a page that is slow, five frames at most', async () => {
		const { keeper, frames } = keep();
		keeper.begin();
		await keeper.spare(now); // not yet
		frames(4, 400);
		const spared = vi.fn();
		const wait = async (times: number[]) => {
			spared.mockClear();
			void keeper.spare(now).then(spared);
			for (const time of times) {
				expect(spared).not.toHaveBeenCalled();
				frames(1, time);
				await vi.advanceTimersByTimeAsync(0);
			}
			expect(spared).toHaveBeenCalledOnce();
		};
		await wait([17]);
		await wait([30, 17]);
		await wait([90, 17, 17, 17]);
		await wait([90, 17, 40, 17, 17]);
		await wait([90, 90, 90, 90, 90]);
	});

	it('learns at rest, too, but takes nothing away before the map moves', () => {
		const { keeper, map, frames } = keep();
		frames(4, 400);
		expect(map.getPixelRatio()).toBe(2);
		keeper.begin();
		expect(map.getPixelRatio()).toBe(1);
	});

	it('counts no time in which nothing is drawn, and asks for no frame then', () => {
		const { keeper, map, frames } = keep();
		for (let picture = 0; picture < 20; picture++) {
			frames(1, 400);
			frames(2, 400, false);
			expect(callbacks).toEqual([]);
		}
		keeper.begin();
		expect(map.getPixelRatio()).toBe(2);
	});

	it('counts no time in which the page was hidden', () => {
		const { keeper, map, frames } = keep();
		frames(2, 17);
		for (let visit = 0; visit < 9; visit++) {
			document.dispatchEvent(new Event('visibilitychange'));
			frames(1, 60_000);
		}
		keeper.begin();
		expect(map.getPixelRatio()).toBe(2);
	});

	it('cuts the flights, and in the end gives the live map up once', () => {
		const { keeper, map, frames, onHopeless } = keep();
		keeper.begin();
		frames(13, 3000);
		expect(keeper.cuts).toBe(true);
		expect(map.getPixelRatio()).toBe(1);
		expect(onHopeless).not.toHaveBeenCalled();
		frames(30, 3000);
		expect(onHopeless).toHaveBeenCalledOnce();
	});

	it('stops with its map', () => {
		const { keeper, frames } = keep();
		frames(2, 17);
		keeper.destroy();
		frames(2, 17);
		expect(callbacks).toEqual([]);
	});
});
