/** After this time at rest a page counts as read, ms: who has only opened it fetches nothing. */
const PATIENCE = 2500;

/** What a reader does who stays. */
const SIGNS = ['scroll', 'keydown', 'pointerdown', 'touchstart'];

let sign: Promise<void> | undefined;

/** Resolves with the reader's first sign of reading, at once for who has scrolled or pressed something before. */
export function firstSign(): Promise<void> {
	return (sign ??= new Promise((resolve) => {
		if (scrollY > 0 || navigator.userActivation?.hasBeenActive) return resolve();
		const done = () => {
			clearTimeout(patience);
			for (const type of SIGNS) removeEventListener(type, done);
			resolve();
		};
		const patience = setTimeout(done, PATIENCE);
		for (const type of SIGNS) addEventListener(type, done, { passive: true });
	}));
}
