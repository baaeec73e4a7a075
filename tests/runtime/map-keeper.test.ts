import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MapKeeper, type StageEvents } from '#lib/runtime/map/map-keeper.ts';
import { MapFailure, type Notice } from '#lib/runtime/map/recovery.ts';
import type { Stage } from '#lib/runtime/map/stage.ts';

const connection = { onLine: true };

beforeEach(() => {
	connection.onLine = true;
	vi.stubGlobal('navigator', connection);
	vi.spyOn(console, 'warn').mockReturnValue();
	vi.useFakeTimers();
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	vi.useRealTimers();
});

/** A keeper whose stages are made of air; `broken` is thrown instead of the next one. */
function keep() {
	const stages: { events: StageEvents; destroy: () => void; again: () => void }[] = [];
	const world = { broken: undefined as Error | undefined, state: 'still', notice: 'none' as Notice, stages };
	const keeper = new MapKeeper({
		start(events) {
			if (world.broken) return Promise.reject(world.broken);
			const stage = { events, destroy: vi.fn(), again: vi.fn() };
			stages.push(stage);
			return Promise.resolve(stage as unknown as Stage);
		},
		onStart: () => undefined,
		onState: (state) => (world.state = state),
		onNotice: (notice) => (world.notice = notice),
	});
	return { keeper, world };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the keeper of the live map', () => {
	it('shows the map from its first rest on', async () => {
		const { keeper, world } = keep();
		await settle();
		expect(keeper.stage).toBeDefined();
		expect(keeper.shown).toBeUndefined();
		world.stages[0]!.events.onMoving();
		expect(world.state).toBe('moving');
		world.stages[0]!.events.onRest('whole');
		expect(world.state).toBe('idle');
		expect(keeper.shown).toBe(keeper.stage);
	});

	it('keeps a stage that lost its context until that is back, then makes another', async () => {
		const { keeper, world } = keep();
		await settle();
		const [first] = world.stages;
		first!.events.onRest('whole');
		first!.events.onFailure(new MapFailure('context', 'lost'));
		expect(world.state).toBe('still');
		expect(keeper.stage).toBeUndefined();
		expect(first!.destroy).not.toHaveBeenCalled();
		first!.events.onRestored();
		await settle();
		expect(first!.destroy).toHaveBeenCalledOnce();
		expect(world.stages).toHaveLength(2);
		world.stages[1]!.events.onRest('whole');
		expect(world).toMatchObject({ state: 'idle', notice: 'none' });
	});

	it('tells the reader when the context is long in coming', async () => {
		const { world } = keep();
		await settle();
		world.stages[0]!.events.onFailure(new MapFailure('context', 'lost'));
		await vi.advanceTimersByTimeAsync(3900);
		expect(world.notice).toBe('none');
		await vi.advanceTimersByTimeAsync(200);
		expect(world.notice).toBe('unavailable');
	});

	it('no longer listens to a stage that it has given up', async () => {
		const { world } = keep();
		await settle();
		const [first] = world.stages;
		first!.events.onFailure(new MapFailure('unreachable', 'gone'));
		expect(first!.destroy).toHaveBeenCalledOnce();
		first!.events.onRest('whole');
		first!.events.onMoving();
		expect(world).toMatchObject({ state: 'still', notice: 'unavailable' });
	});

	it('starts anew when the connection is back', async () => {
		const { keeper, world } = keep();
		world.broken = undefined;
		await settle();
		connection.onLine = false;
		world.stages[0]!.events.onFailure(new MapFailure('unreachable', 'offline'));
		expect(world.notice).toBe('offline');
		keeper.chance('step');
		await settle();
		expect(world.stages).toHaveLength(1);
		keeper.chance('online');
		await settle();
		expect(world.stages).toHaveLength(2);
	});

	it('takes an error without a name for something that did not come', async () => {
		const { keeper, world } = keep();
		await settle();
		world.stages[0]!.events.onFailure(new MapFailure('unreachable', 'first'));
		world.broken = new TypeError('Failed to fetch dynamically imported module');
		keeper.chance('step');
		await settle();
		world.broken = undefined;
		keeper.chance('step');
		await settle();
		expect(world.stages).toHaveLength(2);
	});

	it('asks for missing pieces again when the page is looked at, and not at every step, which asks by itself', async () => {
		const { keeper, world } = keep();
		await settle();
		const [stage] = world.stages;
		stage!.events.onRest('patchy');
		keeper.chance('step');
		expect(stage!.again).not.toHaveBeenCalled();
		keeper.chance('awake');
		expect(stage!.again).toHaveBeenCalledOnce();
		stage!.events.onRest('whole');
		keeper.chance('awake');
		expect(stage!.again).toHaveBeenCalledOnce();
	});

	it('destroys what it has when the page goes, and makes nothing after', async () => {
		const { keeper, world } = keep();
		await settle();
		const [stage] = world.stages;
		stage!.events.onFailure(new MapFailure('context', 'lost'));
		keeper.destroy();
		expect(stage!.destroy).toHaveBeenCalledOnce();
		stage!.events.onRestored();
		await settle();
		expect(world.stages).toHaveLength(1);
	});
});
