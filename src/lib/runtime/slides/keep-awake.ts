/**
 * Keeps the screen from going to sleep until the function that it gives is called. Browsers take the lock away while the
 * page is hidden, and some refuse it: then the screen sleeps as ever.
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	const stop = new AbortController();
	const take = async () => {
		if (document.hidden || !('wakeLock' in navigator)) return;
		try {
			const taken = await navigator.wakeLock.request('screen');
			if (stop.signal.aborted) await taken.release();
			else lock = taken;
		} catch {
			// Refused: a low battery, or a frame that may not.
		}
	};
	document.addEventListener('visibilitychange', () => void take(), { signal: stop.signal });
	void take();
	return () => {
		stop.abort();
		void lock?.release();
	};
}
