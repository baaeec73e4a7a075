/**
 * How much of the map is drawn while it moves. Each level gives up what those before it do, and more:
 * `whole`: nothing. `soft`: some of the resolution, and smooth edges. `coarse`: half of the resolution, the relief, and
 * names that fade. `bare`: the bands along the shores, the graticule, what lies on the land, the basemap's names, tiles as
 * fine as the whole resolution needs, and what a step draws as long as the page is scrolled. `cut`: the motion. `still`: the
 * live map.
 */
export const LEVELS = ['whole', 'soft', 'coarse', 'bare', 'cut', 'still'] as const;

export type Level = (typeof LEVELS)[number];

/** What the last frames say of this device. */
export interface Quality {
	readonly level: Level;
	/** Of the frames since the level was taken, ms, oldest first; no more than are asked about. */
	readonly times: readonly number[];
	/** So many frames must be fast before more is tried again: twice as many each time that it was too much. */
	readonly patience: number;
}

/** A level whose frames take longer than this in the median is too much, ms; below 2 a second nothing moves any more. */
const SLOW = 42;
const SLOW_AT: Partial<Record<Level, number>> = { bare: 500, cut: 2500, still: Infinity };

/**
 * More is tried where frames take less than this in the mean, ms: a device that draws behind the page's back answers late
 * only now and then. A screen that saves power shows 30 a second; `bare` leaves most of the work out.
 */
const FAST = 35;
const FAST_AT: Partial<Record<Level, number>> = { whole: 0, bare: 25, cut: 250, still: 0 };

/** Frames this slow, ms, need all that can be spared without sparing the motion. */
const DIRE = 100;

/** So many frames tell that a level is too much: where they are dire two in a row, which no outlier makes. */
const ENOUGH = 5;
const ENOUGH_IF_DIRE = 2;
const ENOUGH_AT: Partial<Record<Level, number>> = { bare: 8, cut: 8 };

const PATIENCE = { least: 30, most: 480 };

export const WHOLE: Quality = { level: 'whole', times: [], patience: PATIENCE.least };

/**
 * The state after a frame in which the map was drawn anew, and on whose heels the next one came.
 *
 * @param time from its beginning to that of the next one, ms
 */
export function afterFrame(quality: Quality, time: number): Quality {
	const { level, patience } = quality;
	const times = [...quality.times, time].slice(-patience);
	const slower = worse(level, times);
	if (slower) return { level: slower, times: [], patience: Math.min(PATIENCE.most, 2 * patience) };
	const needed = level === 'cut' ? PATIENCE.least : patience; // a cut has few frames
	const isFast = times.length >= needed && mean(times) < (FAST_AT[level] ?? FAST);
	if (isFast) return { level: LEVELS[LEVELS.indexOf(level) - 1]!, times: [], patience };
	return { level, times, patience };
}

/** The level that is needed instead, if this one is slow. */
function worse(level: Level, times: readonly number[]): Level | undefined {
	const at = LEVELS.indexOf(level);
	const isSpared = at >= LEVELS.indexOf('bare');
	if (!isSpared && times.length >= ENOUGH_IF_DIRE && median(times.slice(-ENOUGH_IF_DIRE)) > DIRE)
		return 'bare';
	const enough = ENOUGH_AT[level] ?? ENOUGH;
	const isSlow = times.length >= enough && median(times.slice(-enough)) > (SLOW_AT[level] ?? SLOW);
	return isSlow ? LEVELS[at + 1] : undefined;
}

function median(times: readonly number[]): number {
	return [...times].sort((a, b) => a - b)[(times.length - 1) >> 1]!;
}

function mean(times: readonly number[]): number {
	return times.reduce((sum, time) => sum + time, 0) / times.length;
}
