/** Why the live map cannot be shown. */
export type Fault =
	/** This browser draws no WebGL here, and will not do so later. */
	| 'unable'
	/** The graphics context was taken away; the browser may give it back. */
	| 'context'
	/** It is drawn so slowly that still maps serve the reader better. */
	| 'slow'
	/** Something that the map is made of did not come, or came broken. */
	| 'unreachable';

/** An error that says what kind of fault it is; any other error counts as `unreachable`. */
export class MapFailure extends Error {
	readonly fault: Fault;

	constructor(fault: Fault, message: string) {
		super(message);
		this.fault = fault;
	}
}

/** How much of its ground the picture at rest has: all, some of it or a coarser one, or nothing that could be shown. */
export type Ground = 'whole' | 'patchy' | 'none';

/** What the reader is told. */
export type Notice = 'none' | 'unavailable' | 'offline';

/** How the live map is, and what has befallen it so far. */
export interface Recovery {
	/**
	 * `coming`: being fetched and started. `live`: to be seen. `lacking`: there, but without ground for this step.
	 * `lost`: gone, and started anew at the next chance. `gone`: for good. Still maps stand in for all but `live`.
	 */
	readonly phase: 'coming' | 'live' | 'lacking' | 'lost' | 'gone';
	readonly notice: Notice;
	/** Pieces of the picture are missing, and worth asking for again. */
	readonly patchy: boolean;
	/** Why it was lost the last time. */
	readonly fault?: Fault;
	/** Attempts that failed since the map was last seen or the connection last came back. */
	readonly failures: number;
	/** How often the graphics context was taken away during this visit. */
	readonly losses: number;
}

export type RecoveryEvent =
	| { readonly type: 'rested'; readonly ground: Ground; readonly online: boolean }
	| { readonly type: 'failed'; readonly fault: Fault; readonly online: boolean }
	/** The context has not come back for so long that the reader should be told. */
	| { readonly type: 'waited' }
	| { readonly type: 'chance'; readonly of: Chance };

/** Moments in which what failed may work: the context is back, the connection is back, the page is looked at again, the next step. */
export type Chance = 'restored' | 'online' | 'awake' | 'step';

/** After so many failed attempts in a row only a connection that comes back is a reason to try again. */
const ATTEMPTS = 3;

/** A context that is lost so often will be lost again: better a still map than one that flickers. */
const LOSSES = 3;

export const COMING: Recovery = { phase: 'coming', notice: 'none', patchy: false, failures: 0, losses: 0 };

/** Whether a still map is shown instead of the live one. */
export function standsIn({ phase }: Recovery): boolean {
	return phase !== 'live';
}

/** The state after an event. Where it becomes `coming`, the map is to be started anew. */
export function recover(state: Recovery, event: RecoveryEvent): Recovery {
	switch (event.type) {
		case 'rested':
			return rested(state, event.ground, event.online);
		case 'failed':
			return failed(state, event.fault, event.online);
		case 'waited':
			return state.phase === 'live' ? state : { ...state, notice: 'unavailable' };
		case 'chance':
			return state.phase === 'lost' && isWorthwhile(state, event.of)
				? { ...state, phase: 'coming', failures: event.of === 'online' ? 0 : state.failures }
				: state;
	}
}

function rested(state: Recovery, ground: Ground, online: boolean): Recovery {
	if (ground === 'none') return { ...state, phase: 'lacking', patchy: true, notice: reason(online) };
	const patchy = ground === 'patchy';
	return { ...state, phase: 'live', patchy, notice: patchy && !online ? 'offline' : 'none', failures: 0 };
}

function failed(state: Recovery, fault: Fault, online: boolean): Recovery {
	const failures = state.failures + 1;
	const losses = state.losses + (fault === 'context' ? 1 : 0);
	const after = { ...state, fault, failures, losses, patchy: false };
	if (fault === 'unable' || losses > LOSSES) return { ...after, phase: 'gone', notice: 'unavailable' };
	if (fault === 'slow') return { ...after, phase: 'gone' }; // the still map is what this device can show: nothing failed
	if (fault === 'context') return { ...after, phase: 'lost' }; // mostly back before a notice could be read
	return { ...after, phase: 'lost', notice: reason(online) };
}

function isWorthwhile({ fault, failures, notice }: Recovery, chance: Chance): boolean {
	if (fault === 'context') return chance === 'restored' || (chance !== 'online' && notice !== 'none');
	if (chance === 'online') return true;
	return chance !== 'restored' && notice !== 'offline' && failures < ATTEMPTS;
}

function reason(online: boolean): Notice {
	return online ? 'unavailable' : 'offline';
}
