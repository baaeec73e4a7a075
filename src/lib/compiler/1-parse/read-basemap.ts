import { isArchiveAddress, originOf, type Problem } from '#lib/story/index.ts';
import type { At, BasemapRef, Located } from '../draft';
import { problems } from '../problems';
import {
	isMap,
	itemsOf,
	knownEntries,
	positionOf,
	readText,
	wrongType,
	type Entry,
	type YamlBlock,
} from './yaml-block';

const EXAMPLE = 'basemap: https://tiles.example/style.json';
const KEYS = ['style', 'dark', 'attribution', 'hosts'];

/** Reads `basemap: ADDRESS`, or `{style: ADDRESS, dark: ADDRESS, attribution: …, hosts: […]}`. */
export function readBasemap(entry: Entry, block: YamlBlock): Located<BasemapRef> | undefined {
	const { value } = entry;
	if (!isMap(value)) {
		const light = readAddress(entry, block);
		return light && { at: light.at, value: { light, hosts: [] } };
	}
	const at = positionOf(value, block);
	const fields = new Map(
		knownEntries(value, KEYS, block, 'A basemap').map((field) => [field.key, field] as const),
	);
	const [style, dark, attribution, hosts] = KEYS.map((key) => fields.get(key));
	if (!style) {
		block.report(problems.keyMissing(at, 'style', 'A basemap'));
		return undefined;
	}
	const light = readAddress(style, block);
	const ref = {
		dark: dark && readAddress(dark, block),
		attribution: attribution && readText(attribution, block, 'attribution: © OpenStreetMap contributors'),
		hosts: hosts ? readHosts(hosts, block) : [],
	};
	return light && { at, value: { ...ref, light } };
}

function readAddress(entry: Entry, block: YamlBlock): Located<string> | undefined {
	const text = readText(entry, block, EXAMPLE);
	if (!text) return undefined;
	const problem = whyNot(text.value, text.at);
	if (problem) block.report(problem);
	return problem ? undefined : text;
}

function whyNot(address: string, at: At): Problem | undefined {
	if (/^http:\/\//i.test(address) && !isThisMachine(address)) return problems.basemapInsecure(at, address);
	if (/\{[a-z-]+\}/i.test(address))
		return problems.basemapUnknown(
			at,
			address,
			'is an address of tiles, which does not say how to draw them',
		);
	if (/^https?:\/\//i.test(address) && originOf(address)) return undefined;
	if (/^\/(?!\/)/.test(address) && (/\.json$/i.test(address) || isArchiveAddress(address))) return undefined;
	const below = /^(?:\.?\/)?(?:static\/)?([^:]+\.(?:json|pmtiles))$/i.exec(address)?.[1];
	return problems.basemapUnknown(at, address, 'is no address of a style or an archive', below && `/${below}`);
}

/** Origins, each once. */
function readHosts(entry: Entry, block: YamlBlock): string[] {
	const hosts = itemsOf(entry.value, block).flatMap((value) => {
		const text = readText({ ...entry, value }, block, 'hosts: [https://tiles.example]');
		if (!text) return [];
		const origin = /^https?:\/\/[^/?#*]+\/?$/i.test(text.value) ? originOf(text.value) : undefined;
		if (origin && (/^https:/i.test(text.value) || isThisMachine(text.value))) return [origin];
		block.report(problems.basemapHost(text.at, text.value));
		return [];
	});
	if (!entry.value) wrongType(entry, block, 'a list of hosts', 'hosts: [https://tiles.example]');
	return [...new Set(hosts)];
}

/** Browsers let a page ask this machine without encryption, and authors try things out there. */
function isThisMachine(address: string): boolean {
	return URL.canParse(address) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname);
}
