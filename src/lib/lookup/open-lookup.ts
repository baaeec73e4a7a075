import namesUrl from '../../../geodata/built/names.tsv?url';
import placesUrl from '../../../geodata/built/places.tsv?url';
import regionsUrl from '../../../geodata/built/regions.json?url';
import type { Answer, FromWorker, ToWorker } from './protocol';

export interface Lookup {
	/** What a name can mean; `undefined` when another question has come in the meantime, or it was closed. */
	find(name: string, lang: string): Promise<Answer | undefined>;
	close(): void;
}

/**
 * Opens the gazetteer in a worker of its own, so that seven megabytes of names never hold the page up.
 *
 * @throws {Error} where worker or tables do not come
 */
export async function openLookup(): Promise<Lookup> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	const tell = (message: ToWorker) => worker.postMessage(message);
	let turn = 0;
	let settle: (answer: Answer | undefined) => void = () => undefined;
	await new Promise<void>((resolve, reject) => {
		worker.addEventListener('error', ({ message }) =>
			reject(new Error(message || 'The worker did not come.')),
		);
		worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
			if (data.type === 'ready') resolve();
			else if (data.type === 'failed') reject(new Error(data.message));
			else if (data.turn === turn) settle(data.answer);
		});
		const absolute = (address: string) => new URL(address, location.href).href;
		const tables = { places: absolute(placesUrl), names: absolute(namesUrl), regions: absolute(regionsUrl) };
		tell({ type: 'open', tables });
	}).catch((error: unknown) => {
		worker.terminate();
		throw error;
	});
	return {
		find(name, lang) {
			settle(undefined);
			tell({ type: 'find', turn: ++turn, name, lang });
			return new Promise((resolve) => (settle = resolve));
		},
		close() {
			settle(undefined);
			worker.terminate();
		},
	};
}
