/** How long a presenter has spoken. Times in ms since 1970, so that it goes on while the page is reloaded. */
export interface PresenterTimer {
	/** Since when it runs; `null` while it pauses. */
	since: number | null;
	/** What had passed before that, ms. */
	before: number;
}

export type TimerEvent = 'start' | 'pause' | 'reset';

export function startTimer(now: number): PresenterTimer {
	return { since: now, before: 0 };
}

/** The timer after an event. Pure. A reset begins at nought, and runs or pauses as before. */
export function decideTimer(timer: PresenterTimer, event: TimerEvent, now: number): PresenterTimer {
	switch (event) {
		case 'start':
			return timer.since === null ? { ...timer, since: now } : timer;
		case 'pause':
			return { since: null, before: elapsed(timer, now) };
		case 'reset':
			return { since: timer.since === null ? null : now, before: 0 };
	}
}

/** What has passed, ms; never negative, even where somebody has set back the clock. */
export function elapsed({ since, before }: PresenterTimer, now: number): number {
	return before + (since === null ? 0 : Math.max(0, now - since));
}

/** Reads what was kept; `null` where it is nothing of the kind. */
export function parseTimer(kept: string | null): PresenterTimer | null {
	try {
		const { since, before } = JSON.parse(kept ?? 'null') as Record<string, unknown>;
		const isSince = since === null || Number.isFinite(since);
		return isSince && Number.isFinite(before) && Number(before) >= 0
			? { since: since as number | null, before: before as number }
			: null;
	} catch {
		return null;
	}
}

/** `0:07`, `12:34`, `1:02:03`, in the digits of a language. */
export function formatElapsed(lang: string, ms: number): string {
	const seconds = Math.floor(ms / 1000);
	const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const digits = (value: number, least: number) =>
		new Intl.NumberFormat(lang, { minimumIntegerDigits: least, useGrouping: false }).format(value);
	return h ? `${digits(h, 1)}:${digits(m, 2)}:${digits(s, 2)}` : `${digits(m, 1)}:${digits(s, 2)}`;
}

/** The time of day as readers of a language write it: `14:05`. */
export function formatClock(lang: string, time: number, timeZone?: string): string {
	return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeStyle: 'short', timeZone }).format(
		time,
	);
}
