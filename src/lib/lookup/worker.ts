import { createGazetteer, type Gazetteer } from '#lib/gazetteer/index.ts';
import { answer } from './answer';
import type { FromWorker, Tables, ToWorker } from './protocol';

let gazetteer: Gazetteer | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
	if (data.type === 'open') void open(data.tables);
	else if (gazetteer)
		reply({ type: 'answer', turn: data.turn, answer: answer(gazetteer, data.name, data.lang) });
});

async function open(tables: Tables): Promise<void> {
	try {
		const [placesTsv, namesTsv, regions] = await Promise.all(
			[tables.places, tables.names, tables.regions].map(fetchText),
		);
		gazetteer = createGazetteer({
			placesTsv: placesTsv!,
			namesTsv: namesTsv!,
			regions: JSON.parse(regions!),
		});
		reply({ type: 'ready' });
	} catch (error) {
		reply({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
	}
}

async function fetchText(address: string): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The host answered ${response.status} for ${address}.`);
	return response.text();
}

function reply(message: FromWorker): void {
	postMessage(message);
}
