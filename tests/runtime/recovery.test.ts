import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	COMING,
	recover,
	standsIn,
	type Chance,
	type Fault,
	type Recovery,
	type RecoveryEvent,
} from '#lib/runtime/map/recovery.ts';

const whole: RecoveryEvent = { type: 'rested', ground: 'whole', online: true };
const waited: RecoveryEvent = { type: 'waited' };
const failed = (fault: Fault, online = true): RecoveryEvent => ({ type: 'failed', fault, online });
const chance = (of: Chance): RecoveryEvent => ({ type: 'chance', of });

function after(...events: RecoveryEvent[]): Recovery {
	return events.reduce(recover, COMING);
}

describe('what befalls the live map', () => {
	it('is seen from its first rest on, without a word', () => {
		expect(after()).toMatchObject({ phase: 'coming', notice: 'none' });
		expect(after(whole)).toMatchObject({ phase: 'live', notice: 'none', patchy: false });
	});

	it('is given up for good, and said, where the browser cannot draw it', () => {
		const state = after(failed('unable'));
		expect(state).toMatchObject({ phase: 'gone', notice: 'unavailable' });
		for (const of of ['restored', 'online', 'awake', 'step'] as const)
			expect(recover(state, chance(of))).toBe(state);
	});

	it('leaves its place to the still map for good, without a word, where it is too slow', () => {
		const state = after(whole, failed('slow'));
		expect(state).toMatchObject({ phase: 'gone', notice: 'none' });
		expect(standsIn(state)).toBe(true);
		for (const of of ['restored', 'online', 'awake', 'step'] as const)
			expect(recover(state, chance(of))).toBe(state);
	});

	it('comes back when its context does, and says nothing if that is soon', () => {
		const lost = after(whole, failed('context'));
		expect(lost).toMatchObject({ phase: 'lost', notice: 'none' });
		expect(recover(lost, chance('step'))).toBe(lost);
		expect(recover(lost, chance('restored'))).toMatchObject({ phase: 'coming', notice: 'none' });
	});

	it('says that its context is lost when it is long in coming, and tries a new one at the next step', () => {
		const late = after(whole, failed('context'), waited);
		expect(late.notice).toBe('unavailable');
		expect(recover(late, chance('online'))).toBe(late);
		expect(recover(late, chance('step'))).toMatchObject({ phase: 'coming', notice: 'unavailable' });
		expect(recover(recover(late, chance('step')), whole).notice).toBe('none');
	});

	it('stays a still map where the context is lost again and again', () => {
		const loss = [failed('context'), chance('restored'), whole];
		expect(after(whole, ...loss, ...loss, ...loss).phase).toBe('live');
		expect(after(whole, ...loss, ...loss, ...loss, failed('context')).phase).toBe('gone');
	});

	it('is tried three times where something does not come, and once more with each connection', () => {
		const state = after(
			failed('unreachable'),
			chance('step'),
			failed('unreachable'),
			chance('awake'),
			failed('unreachable'),
		);
		expect(state).toMatchObject({ phase: 'lost', notice: 'unavailable' });
		expect(recover(state, chance('step'))).toBe(state);
		expect(recover(state, chance('online'))).toMatchObject({ phase: 'coming', failures: 0 });
	});

	it('waits for the connection where there is none', () => {
		const state = after(failed('unreachable', false));
		expect(state.notice).toBe('offline');
		expect(recover(state, chance('step'))).toBe(state);
		expect(recover(state, chance('online')).phase).toBe('coming');
	});

	it('is left to the still map at a step without ground, and goes on at the next', () => {
		const state = after(whole, { type: 'rested', ground: 'none', online: true });
		expect(state).toMatchObject({ phase: 'lacking', notice: 'unavailable', patchy: true });
		expect(standsIn(state)).toBe(true);
		expect(recover(state, whole)).toMatchObject({ phase: 'live', notice: 'none', patchy: false });
	});

	it('stays with missing pieces, and speaks of them only without a connection', () => {
		expect(after({ type: 'rested', ground: 'patchy', online: true })).toMatchObject({
			phase: 'live',
			notice: 'none',
			patchy: true,
		});
		expect(after({ type: 'rested', ground: 'patchy', online: false }).notice).toBe('offline');
	});

	it('never shows a map that is whole with a notice, nor starts a map that is there', () => {
		const event = fc.oneof(
			fc.constantFrom('whole', 'patchy', 'none').map((ground) => ({ type: 'rested', ground, online: true })),
			fc
				.tuple(fc.constantFrom('unable', 'context', 'unreachable'), fc.boolean())
				.map(([fault, online]) => ({ type: 'failed', fault, online })),
			fc.constant(waited),
			fc.constantFrom('restored', 'online', 'awake', 'step').map((of) => ({ type: 'chance', of })),
		) as fc.Arbitrary<RecoveryEvent>;
		fc.assert(
			fc.property(fc.array(event, { maxLength: 12 }), (events) => {
				let state = COMING;
				for (const next of events) {
					const before = state;
					state = recover(before, next);
					if (state.phase === 'live' && !state.patchy) expect(state.notice).toBe('none');
					if (state.phase === 'coming' && before.phase !== 'coming') expect(before.phase).toBe('lost');
				}
			}),
		);
	});
});
