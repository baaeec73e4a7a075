import {
	COMING,
	MapFailure,
	recover,
	standsIn,
	type Chance,
	type Ground,
	type Notice,
	type Recovery,
	type RecoveryEvent,
} from './recovery';
import type { Stage } from './stage';

/** What a stage tells its keeper. */
export interface StageEvents {
	onMoving: () => void;
	onRest: (ground: Ground) => void;
	onFailure: (reason: MapFailure) => void;
	onRestored: () => void;
}

export interface MapKeeperOptions {
	/** Makes a stage; tried again when it failed and there is a chance. */
	start: (events: StageEvents) => Promise<Stage>;
	/** A stage is there, and shows nothing yet. */
	onStart: (stage: Stage) => void;
	onState: (state: 'still' | 'moving' | 'idle') => void;
	onNotice: (notice: Notice) => void;
}

/** Browsers give a lost context back within a second or two; after this time the reader is told, ms. */
const PATIENCE = 4000;

/**
 * Keeps the live map: starts it, hears of what befalls it, and starts it anew when there is a chance. What to do is
 * decided by `recover`; a new stage draws its picture from nothing, so that no fault leaves a trace in the next.
 */
export class MapKeeper {
	readonly #options: MapKeeperOptions;
	#recovery: Recovery = COMING;
	#stage: Stage | undefined;
	/** Lost its context, and will be told when it is back. */
	#lost: Stage | undefined;
	/** Counts the starts, so that an earlier stage is not listened to. */
	#starts = 0;
	#patience: ReturnType<typeof setTimeout> | undefined;

	constructor(options: MapKeeperOptions) {
		this.#options = options;
		void this.#start();
	}

	/** The live map, as far as it can be worked with: it may be hidden yet. */
	get stage(): Stage | undefined {
		return this.#stage;
	}

	/** The live map where it is to be seen, so not while a still map stands in. */
	get shown(): Stage | undefined {
		return standsIn(this.#recovery) ? undefined : this.#stage;
	}

	chance(of: Chance): void {
		if (this.#recovery.patchy && of !== 'step') this.#stage?.again();
		this.#hear({ type: 'chance', of });
	}

	destroy(): void {
		this.#starts++;
		clearTimeout(this.#patience);
		this.#stage?.destroy();
		this.#lost?.destroy();
	}

	async #start(): Promise<void> {
		const start = ++this.#starts;
		const hear = (event: RecoveryEvent) => {
			if (start === this.#starts) this.#hear(event);
		};
		const fail = ({ fault, message }: MapFailure) => {
			if (start === this.#starts) console.warn(`Dateline: a still map stands in. ${message}`);
			hear({ type: 'failed', fault, online: navigator.onLine });
		};
		this.#lost?.destroy();
		this.#lost = undefined;
		try {
			const stage = await this.#options.start({
				onMoving: () => start === this.#starts && this.#options.onState('moving'),
				onRest: (ground) => hear({ type: 'rested', ground, online: navigator.onLine }),
				onFailure: fail,
				onRestored: () => hear({ type: 'chance', of: 'restored' }),
			});
			if (start !== this.#starts || this.#recovery.phase !== 'coming') return stage.destroy();
			this.#stage = stage;
			this.#options.onStart(stage);
		} catch (error) {
			fail(error instanceof MapFailure ? error : new MapFailure('unreachable', String(error)));
		}
	}

	#hear(event: RecoveryEvent): void {
		const before = this.#recovery;
		const now = (this.#recovery = recover(before, event));
		if (now.notice !== before.notice) this.#options.onNotice(now.notice);
		if (event.type === 'rested') this.#options.onState(standsIn(now) ? 'still' : 'idle');
		if (now.phase === before.phase) return;
		clearTimeout(this.#patience);
		if (now.phase === 'coming') void this.#start();
		if (now.phase === 'lost' || now.phase === 'gone') this.#drop(now);
	}

	#drop({ phase, fault }: Recovery): void {
		const stage = this.#stage;
		this.#stage = undefined;
		if (phase === 'lost' && fault === 'context') {
			this.#lost = stage;
			this.#patience = setTimeout(() => this.#hear({ type: 'waited' }), PATIENCE);
		} else {
			this.#starts++;
			stage?.destroy();
		}
		this.#options.onState('still');
	}
}
