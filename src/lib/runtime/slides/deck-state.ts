import type { Deck, DeckPlace } from '#lib/story/index.ts';

/** What of a deck its state needs to know, a slide each. */
export interface Outline {
	id: string;
	/** Reading time of each part, seconds; at least one part. */
	seconds: number[];
}

/** A deck's outline, in the order of its slides. */
export function outlineOf({ slides }: Deck): Outline[] {
	return slides.map(({ id, parts }) => ({ id, seconds: parts.map(({ seconds }) => seconds) }));
}

/** What lies over the slide. */
export type Panel = 'none' | 'overview' | 'help' | 'qr' | 'words';

/** How the present place was reached: a jump gets an entry in the history, a step beside it does not. */
export type Arrival = 'start' | 'step' | 'jump' | 'history' | 'remote' | 'play';

export interface Autoplay {
	/** Seconds a part, or the time it takes to be read. */
	pace: number | 'reading';
	/** Begins anew after the last part. */
	loop: boolean;
	/** `held`: somebody touched it and may have gone; `paused`: somebody asked for it; `ended`: after the last part. */
	mode: 'running' | 'held' | 'paused' | 'ended';
	/** Until the next part, ms. */
	left: number;
	/** For how long nobody has touched it, ms. */
	quiet: number;
}

/** Everything that decides what a deck shows. */
export interface DeckState {
	at: DeckPlace;
	arrival: Arrival;
	/** Digits that wait for Enter. */
	typed: string;
	black: boolean;
	panel: Panel;
	/** The room looks around the map. */
	looking: boolean;
	/** Whether the map shows names. */
	names: boolean;
	/** Whether the page is to be seen at all. */
	visible: boolean;
	play: Autoplay | null;
}

export type DeckEvent =
	| { type: 'next' | 'previous' | 'first' | 'last' | 'enter' | 'black' | 'escape' | 'look' | 'names' }
	| { type: 'goto'; place: DeckPlace; by: Exclude<Arrival, 'start' | 'step' | 'play'> }
	| { type: 'digit'; digit: string }
	| { type: 'panel'; panel: Panel }
	/** What the other window says. */
	| { type: 'remote'; place: DeckPlace; black: boolean }
	/** Somebody touched the screen or a key. */
	| { type: 'touch' }
	/** Starts or pauses the autoplay. */
	| { type: 'play' }
	| { type: 'visible'; visible: boolean }
	| { type: 'tick'; ms: number };

/** A looping deck that somebody touched goes on after so long without another touch, ms. */
export const GOES_ON_AFTER = 60_000;

const LONGEST_NUMBER = 3;

export function startState(
	outline: Outline[],
	{ at, autoplay }: { at?: DeckPlace; autoplay?: Pick<Autoplay, 'pace' | 'loop'> } = {},
): DeckState {
	const state: DeckState = {
		at: inside(outline, at ?? { slide: 0, part: 0 }),
		arrival: 'start',
		typed: '',
		black: false,
		panel: 'none',
		looking: false,
		names: true,
		visible: true,
		play: autoplay ? { ...autoplay, mode: 'running', left: 0, quiet: 0 } : null,
	};
	return rewound(outline, state);
}

/** The deck after an event. Pure; the same object where nothing changes. */
export function decide(outline: Outline[], state: DeckState, event: DeckEvent): DeckState {
	switch (event.type) {
		case 'next':
		case 'previous':
			if (state.black) return { ...state, black: false, typed: '' };
			return moved(outline, state, neighbour(outline, state.at, event.type === 'next' ? 1 : -1), 'step');
		case 'first':
			return moved(outline, state, { slide: 0, part: 0 }, 'jump');
		case 'last':
			return moved(outline, state, { slide: outline.length - 1, part: 0 }, 'jump');
		case 'goto':
			return moved(outline, state, event.place, event.by);
		case 'remote':
			return { ...moved(outline, state, event.place, 'remote'), black: event.black };
		case 'digit': {
			const typed = `${state.typed}${event.digit}`.slice(-LONGEST_NUMBER);
			return { ...state, typed };
		}
		case 'enter':
			return entered(outline, state);
		case 'black':
			return { ...state, black: !state.black, typed: '' };
		case 'panel': {
			const panel = state.panel === event.panel ? 'none' : event.panel;
			return { ...state, panel, typed: '', black: false, looking: false };
		}
		case 'escape':
			return escaped(state);
		case 'look':
			return { ...state, looking: !state.looking, panel: 'none', black: false, typed: '' };
		case 'names':
			return { ...state, names: !state.names };
		case 'touch':
			return withPlay(state, (play) => ({
				mode: play.mode === 'running' ? 'held' : play.mode,
				quiet: 0,
			}));
		case 'play':
			return played(outline, state);
		case 'visible':
			return state.visible === event.visible ? state : { ...state, visible: event.visible };
		case 'tick':
			return ticked(outline, state, event.ms);
	}
}

/** Whether the autoplay's time runs just now. */
export function isPlaying({ play, visible, black, panel, looking }: DeckState): boolean {
	return play?.mode === 'running' && visible && !black && panel === 'none' && !looking;
}

/** How long the present part stays while the deck plays by itself, ms. */
export function stay(outline: Outline[], { at, play }: DeckState): number {
	const reading = outline[at.slide]?.seconds[at.part] ?? 0;
	return 1000 * (play && play.pace !== 'reading' ? play.pace : reading);
}

/** How many of the deck's parts lie before a place, and how many there are: progress. */
export function progressOf(outline: Outline[], { slide, part }: DeckPlace): { before: number; all: number } {
	const count = (slides: Outline[]) => slides.reduce((sum, { seconds }) => sum + seconds.length, 0);
	return { before: count(outline.slice(0, slide)) + part, all: count(outline) };
}

/** The part before or after a place; the place itself at both ends. */
export function neighbour(outline: Outline[], { slide, part }: DeckPlace, by: 1 | -1): DeckPlace {
	const parts = outline[slide]?.seconds.length ?? 1;
	if (part + by >= 0 && part + by < parts) return { slide, part: part + by };
	const other = outline[slide + by];
	if (!other) return { slide, part };
	return { slide: slide + by, part: by === 1 ? 0 : other.seconds.length - 1 };
}

export function isSamePlace(a: DeckPlace, b: DeckPlace): boolean {
	return a.slide === b.slide && a.part === b.part;
}

function moved(outline: Outline[], state: DeckState, to: DeckPlace, arrival: Arrival): DeckState {
	const at = inside(outline, to);
	const next: DeckState = { ...state, typed: '', black: false, looking: false, panel: 'none' };
	if (isSamePlace(at, state.at)) return next;
	return rewound(outline, { ...next, at, arrival });
}

/** The nearest place that the deck has. */
function inside(outline: Outline[], { slide, part }: DeckPlace): DeckPlace {
	const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, Math.trunc(value) || 0));
	const s = within(slide, outline.length);
	return { slide: s, part: within(part, outline[s]?.seconds.length ?? 1) };
}

/** A number beyond the last slide leads nowhere. */
function entered(outline: Outline[], state: DeckState): DeckState {
	const number = Number(state.typed);
	if (!state.typed || number < 1 || number > outline.length) return { ...state, typed: '' };
	return moved(outline, state, { slide: number - 1, part: 0 }, 'jump');
}

/** Escape takes away one thing, the topmost. */
function escaped(state: DeckState): DeckState {
	if (state.typed) return { ...state, typed: '' };
	if (state.panel !== 'none') return { ...state, panel: 'none' };
	if (state.black) return { ...state, black: false };
	if (state.looking) return { ...state, looking: false };
	return state;
}

function played(outline: Outline[], state: DeckState): DeckState {
	if (!state.play) return rewound(outline, { ...state, play: { pace: 'reading', loop: false, ...RUNNING } });
	if (state.play.mode === 'running') return withPlay(state, () => ({ mode: 'paused' }));
	if (state.play.mode === 'ended') {
		const begun = rewound(outline, moved(outline, state, { slide: 0, part: 0 }, 'play'));
		return withPlay(begun, () => ({ mode: 'running', quiet: 0 }));
	}
	return withPlay(state, () => ({ mode: 'running', quiet: 0 }));
}

const RUNNING = { mode: 'running', left: 0, quiet: 0 } as const;

function ticked(outline: Outline[], state: DeckState, ms: number): DeckState {
	const { play } = state;
	if (!play) return state;
	if (play.mode === 'held') {
		const quiet = play.quiet + ms;
		const goesOn = play.loop && state.visible && quiet >= GOES_ON_AFTER;
		if (!goesOn) return withPlay(state, () => ({ quiet }));
		const running = withPlay(state, () => ({ ...RUNNING, left: play.left }));
		return { ...running, panel: 'none', looking: false, black: false, typed: '' };
	}
	if (!isPlaying(state)) return state;
	const left = play.left - ms;
	if (left > 0) return withPlay(state, () => ({ left }));
	const next = neighbour(outline, state.at, 1);
	if (!isSamePlace(next, state.at)) return moved(outline, state, next, 'play');
	if (play.loop) return rewound(outline, moved(outline, state, { slide: 0, part: 0 }, 'play'));
	return withPlay(state, () => ({ mode: 'ended', left: 0 }));
}

/** The time of the present part begins anew. */
function rewound(outline: Outline[], state: DeckState): DeckState {
	return withPlay(state, (play) => ({
		left: stay(outline, state),
		mode: play.mode === 'ended' ? 'paused' : play.mode,
	}));
}

function withPlay(state: DeckState, change: (play: Autoplay) => Partial<Autoplay>): DeckState {
	return state.play ? { ...state, play: { ...state.play, ...change(state.play) } } : state;
}
