/** How long the live map waits for the first pictures after everything has been loaded, ms. */
const FIRST_PICTURES = 1000;

/**
 * The text comes first, then the still map: the live one, which keeps processor and graphics busy for a second, waits until
 * both are on the screen, for a moment at most; not at all where a browser does not say so, or in the background.
 */
export async function afterFirstPictures(signal: AbortSignal): Promise<void> {
	if (document.readyState !== 'complete') {
		await new Promise<void>((resolve) => addEventListener('load', () => resolve(), { once: true, signal }));
	}
	if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes('largest-contentful-paint'))
		return;
	await new Promise<void>((resolve) => {
		const observer = new PerformanceObserver((list) => {
			const entries = list.getEntries() as (PerformanceEntry & { element?: Element | null })[];
			if (entries.some(({ element }) => element instanceof HTMLImageElement)) done();
		});
		const patience = setTimeout(() => done(), FIRST_PICTURES);
		const done = () => {
			clearTimeout(patience);
			observer.disconnect();
			resolve();
		};
		observer.observe({ type: 'largest-contentful-paint', buffered: true });
		signal.addEventListener('abort', done, { once: true });
	});
}
