import type { DeckPlace } from '#lib/story/index.ts';
import type { DeckMessage, Role, Shown, Stamp } from './channel';

/** What a window knows of the other windows of its deck. */
export interface DeckLink {
	role: Role;
	/** The window's own token. */
	me: string;
	/** A deck that does not yet know whether its id is free neither says where it is nor listens to others. */
	phase: 'claiming' | 'joined';
	shown: Shown;
	/** Whether a window with slides has answered; of interest to the presenter. */
	slides: 'unknown' | 'open' | 'closed';
	/** Waits for the answer of a window with slides. */
	asked: boolean;
}

export type LinkEvent =
	/** The window is on the channel, for the first time or again. */
	| { type: 'join' }
	/** Nobody has objected to the id that a deck claims, or answered a question, for as long as one waits for it. */
	| { type: 'waited'; for: Wait }
	/** Somebody led this window elsewhere; `time` in ms since 1970. */
	| { type: 'moved'; place: DeckPlace; black: boolean; time: number }
	| { type: 'heard'; message: DeckMessage }
	/** The window comes to be seen again. */
	| { type: 'seen' }
	| { type: 'leave' };

/** What a window waits for: nobody else to claim its deck, or slides to answer. */
export type Wait = 'claim' | 'answer';

export interface LinkStep {
	link: DeckLink;
	say: DeckMessage[];
	/** The other window's place, which this one takes. It is not sent on. */
	follow?: Shown;
	/** The deck's id belongs to another deck: this one takes a new id, and joins anew. */
	renamed?: true;
	wait?: Wait;
}

/**
 * A window before it joins.
 *
 * @param since when somebody asked for the place that the window shows, ms since 1970; 0 for a window that takes whatever
 * the others show
 */
export function startLink(role: Role, me: string, place: DeckPlace, since: number): DeckLink {
	return {
		role,
		me,
		phase: role === 'deck' ? 'claiming' : 'joined',
		shown: { place, black: false, stamp: { time: since, by: me } },
		slides: 'unknown',
		asked: false,
	};
}

/**
 * The protocol between the windows of a deck. Pure. Each window keeps the latest place that it has heard of, and answers an
 * older one with its own: so that they agree in the end, whatever the order in which messages come, and no message is
 * answered by the same one.
 */
export function stepLink(link: DeckLink, event: LinkEvent): LinkStep {
	switch (event.type) {
		case 'join':
			return link.role === 'deck' ? claim(link) : ask(link);
		case 'seen':
			return link.role === 'presenter' ? ask(link) : { link, say: [] };
		case 'waited':
			return waited(link, event.for);
		case 'moved':
			return moved(link, event);
		case 'heard':
			return heard(link, event.message);
		case 'leave':
			return { link, say: link.phase === 'joined' ? [{ type: 'bye', from: link.role }] : [] };
	}
}

/** Whether a stamp is later than another. */
export function isLater(a: Stamp, b: Stamp): boolean {
	return a.time === b.time ? a.by > b.by : a.time > b.time;
}

const at = ({ role, shown }: DeckLink): DeckMessage => ({ type: 'at', from: role, ...shown });

function claim(link: DeckLink): LinkStep {
	return {
		link: { ...link, phase: 'claiming' },
		say: [{ type: 'claim', by: link.me }],
		wait: 'claim',
	};
}

function ask(link: DeckLink): LinkStep {
	return { link: { ...link, asked: true }, say: [{ type: 'ask' }], wait: 'answer' };
}

function waited(link: DeckLink, what: Wait): LinkStep {
	if (what === 'answer')
		return { link: link.asked ? { ...link, asked: false, slides: 'closed' } : link, say: [] };
	if (link.phase === 'joined') return { link, say: [] };
	const joined: DeckLink = { ...link, phase: 'joined' };
	return { link: joined, say: [at(joined)] };
}

/** The presenter asks along with it: slides that died without a word are missed at the next step. */
function moved(link: DeckLink, { place, black, time }: Extract<LinkEvent, { type: 'moved' }>): LinkStep {
	const stamp = { time: Math.max(time, link.shown.stamp.time + 1), by: link.me };
	const next = { ...link, shown: { place, black, stamp } };
	if (link.phase === 'claiming') return { link: next, say: [] };
	if (link.role === 'deck') return { link: next, say: [at(next)] };
	const asked = ask(next);
	return { ...asked, say: [at(next), ...asked.say] };
}

function heard(link: DeckLink, message: DeckMessage): LinkStep {
	switch (message.type) {
		case 'claim':
			return heardClaim(link, message.by);
		case 'taken':
			if (link.role !== 'deck' || message.by !== link.me) return { link, say: [] };
			return { link: { ...link, phase: 'claiming' }, say: [], renamed: true };
		case 'ask':
			return { link, say: link.phase === 'joined' ? [at(link)] : [] };
		case 'bye':
			if (message.from !== 'deck') return { link, say: [] };
			return { link: { ...link, slides: 'closed', asked: false }, say: [] };
		case 'at':
			return heardAt(link, message);
	}
}

/** Of two decks that claim the same id at the same time the one with the lesser token keeps it. */
function heardClaim(link: DeckLink, by: string): LinkStep {
	if (link.role !== 'deck' || by === link.me) return { link, say: [] };
	if (link.phase === 'joined' || link.me < by) return { link, say: [{ type: 'taken', by }] };
	return { link, say: [], renamed: true };
}

function heardAt(link: DeckLink, { from, place, black, stamp }: DeckMessage & { type: 'at' }): LinkStep {
	if (link.phase === 'claiming') return { link, say: [] };
	const known: DeckLink = from === 'deck' ? { ...link, slides: 'open', asked: false } : link;
	if (isLater(link.shown.stamp, stamp)) return { link: known, say: [at(known)] };
	if (!isLater(stamp, link.shown.stamp)) return { link: known, say: [] };
	const shown = { place, black, stamp };
	return { link: { ...known, shown }, say: [], follow: shown };
}
