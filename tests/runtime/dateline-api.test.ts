import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDatelineApi, type DatelineSource } from '#lib/runtime/dateline-api.ts';

const source: DatelineSource = {
	step: () => 'harbin',
	progress: () => 9.25,
	camera: () => undefined,
	project: ({ lon, lat }) => ({ x: lon, y: lat, visible: true }),
	focus: () => [{ lon: 126.65, lat: 45.75 }],
	free: () => ({ left: 10, top: 20, right: 110, bottom: 220 }),
	origin: () => ({ x: 500, y: 48 }),
};

afterEach(() => vi.unstubAllGlobals());

describe('window.dateline', () => {
	it('speaks in pixels of the viewport, not of the map', () => {
		const { api } = createDatelineApi(source);
		expect(api.project({ lon: 1, lat: 2 })).toEqual({ x: 501, y: 50, visible: true });
		expect(api.freeArea()).toEqual({ left: 510, top: 68, right: 610, bottom: 268, width: 100, height: 200 });
	});

	it('has no camera until the map is there', () => {
		expect(createDatelineApi(source).api.camera()).toBeNull();
	});

	it('tells listeners the step, until they stop listening', () => {
		const { api, emit } = createDatelineApi(source);
		const heard: string[] = [];
		const stop = api.on('step', (step) => heard.push(step));
		emit('step');
		emit('idle');
		stop();
		emit('step');
		expect(heard).toEqual(['harbin']);
	});

	it('reports a listener that throws, and still calls the others', () => {
		const reported = vi.fn();
		vi.stubGlobal('reportError', reported);
		const { api, emit } = createDatelineApi(source);
		const heard = vi.fn();
		api.on('idle', () => {
			throw new Error('analytics is down');
		});
		api.on('idle', heard);
		emit('idle');
		expect(heard).toHaveBeenCalledWith('harbin');
		expect(reported).toHaveBeenCalledOnce();
	});

	it('names the events it knows when asked for another', () => {
		const { api } = createDatelineApi(source);
		expect(() => api.on('zoom' as never, () => undefined)).toThrow('"step" and "idle", not "zoom"');
	});

	it('cannot be changed by another script', () => {
		const { api } = createDatelineApi(source);
		expect(() => Object.assign(api, { step: 'nato' })).toThrow(TypeError);
		api.focus()[0]!.lon = 0;
		expect(api.focus()[0]!.lon).toBe(126.65);
	});
});
