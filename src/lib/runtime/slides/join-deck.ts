import type { DeckPlace } from '#lib/story/index.ts';
import { openChannel, type DeckChannel, type Role } from './channel';
import { startLink, stepLink, type DeckLink, type LinkEvent, type Wait } from './deck-link';

/** How long a window waits, ms. An answer takes long where the slides' map is being drawn without a graphics card. */
const PATIENCE: Record<Wait, number> = { claim: 500, answer: 2000 };

export interface JoinOptions {
	role: Role;
	/** The story: two stories shown one after the other in the same tab are two decks. */
	slug: string;
	id: string;
	place: DeckPlace;
	/** Gives an id that no other deck has. */
	newId: () => string;
	/** The other window leads here. */
	onFollow: (place: DeckPlace, black: boolean) => void;
	/** Whether there is a window with slides; called when it is known, and when it changes. */
	onSlides?: (open: boolean) => void;
}

/** A window of a deck, among the others. */
export interface DeckWindow {
	/** The deck's id; another than the one asked for where that belongs to another deck. */
	readonly id: string;
	/** Somebody led this window elsewhere. */
	moved(place: DeckPlace, black: boolean): void;
	leave(): void;
}

/**
 * Joins the windows of a deck. A window with slides stands by the place of its address, unless the presenter has gone on
 * since it was asked for; a presenter's view goes where the others are.
 */
export function joinDeck(options: JoinOptions): DeckWindow {
	const { role, slug, place, newId, onFollow, onSlides } = options;
	const me = crypto.getRandomValues(new Uint32Array(2)).join('-');
	// Not `performance.timeOrigin`, which is wrong after the machine has slept.
	let link: DeckLink = startLink(role, me, place, role === 'deck' ? Date.now() - performance.now() : 0);
	let id = options.id;
	let channel: DeckChannel;
	const timers: Partial<Record<Wait, ReturnType<typeof setTimeout>>> = {};

	function handle(event: LinkEvent) {
		const before = link;
		const step = stepLink(link, event);
		link = step.link;
		for (const message of step.say) channel.send(message);
		if (step.wait) wait(step.wait);
		if (step.renamed) join(newId());
		if (step.follow) onFollow(step.follow.place, step.follow.black);
		if (link.slides !== before.slides) onSlides?.(link.slides === 'open');
	}

	function wait(what: Wait) {
		clearTimeout(timers[what]);
		timers[what] = setTimeout(() => handle({ type: 'waited', for: what }), PATIENCE[what]);
	}

	function join(wanted: string) {
		id = wanted;
		channel?.close();
		channel = openChannel(`dateline-deck-${slug}-${id}`, (message) => handle({ type: 'heard', message }));
		handle({ type: 'join' });
	}

	const hide = () => handle({ type: 'leave' });
	const comeBack = ({ persisted }: PageTransitionEvent) => persisted && handle({ type: 'join' });
	const show = () => !document.hidden && handle({ type: 'seen' });
	addEventListener('pagehide', hide);
	addEventListener('pageshow', comeBack);
	document.addEventListener('visibilitychange', show);
	join(id);

	return {
		get id() {
			return id;
		},
		moved: (place, black) => handle({ type: 'moved', place, black, time: Date.now() }),
		leave() {
			hide();
			removeEventListener('pagehide', hide);
			removeEventListener('pageshow', comeBack);
			document.removeEventListener('visibilitychange', show);
			for (const timer of Object.values(timers)) clearTimeout(timer);
			channel.close();
		},
	};
}
