import { readFileSync } from 'node:fs';
import { parseBasemap } from '#lib/compiler/index.ts';
import {
	isArchiveAddress,
	originOf,
	type BasemapAddresses,
	type OwnBasemap,
	type Story,
} from '#lib/story/index.ts';
import { servedBasemaps } from './served-basemaps';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/**
 * The basemap of all stories that name none; `null` while `DATELINE_BASEMAP` is not set.
 *
 * @throws with what to write instead, if it is none
 */
export function defaultBasemap(value = process.env.DATELINE_BASEMAP): OwnBasemap | null {
	const text = value?.trim();
	if (!text) return null;
	const { basemap, problems } = parseBasemap(text, servedBasemaps());
	if (problems.length)
		throw new Error(
			`DATELINE_BASEMAP: ${problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join('\n')}`,
		);
	return basemap ?? null;
}

/** The basemap of a story: its own before that of the build. */
export function basemapOf({ basemap }: Story): OwnBasemap | null {
	return basemap ?? defaultBasemap();
}

/**
 * Where the page of a story finds its basemap: an address as it was written, or the name of a file beside the story's page,
 * `basemap-dark.json`, for the style that the build makes for an archive.
 */
export function addressesOf(story: Story): BasemapAddresses | null {
	const basemap = basemapOf(story);
	if (!basemap) return null;
	const { attribution } = basemap;
	const [light, dark] = SCHEMES.map((scheme) => {
		const address = addressOf(basemap, scheme);
		return address && isArchiveAddress(address) ? `basemap-${scheme}.json` : address;
	});
	return { light: light!, dark, attribution };
}

/** The address that an author gives for a scheme: an archive is drawn in both. */
export function addressOf({ light, dark }: OwnBasemap, scheme: Scheme): string | undefined {
	return scheme === 'light' ? light : (dark ?? (isArchiveAddress(light) ? light : undefined));
}

/** The other origins that the map of a story asks. */
export function originsOf(story: Story): string[] {
	const basemap = basemapOf(story);
	if (!basemap) return [];
	const { light, dark, hosts } = basemap;
	const addresses = [light, dark ?? ''].flatMap((address) => [address, ...addressesIn(address)]);
	return [
		...new Set([...addresses.filter(isRemote).flatMap((address) => originOf(address) ?? []), ...hosts]),
	];
}

function isRemote(address: string): boolean {
	return /^https?:\/\//i.test(address) && URL.canParse(address);
}

interface StyleFile {
	sources: Record<string, { url?: unknown; tiles?: unknown; data?: unknown; urls?: unknown }>;
	sprite?: string | { url: string }[];
}

/** What a style below `static/` asks for. */
function addressesIn(address: string): string[] {
	if (!address.startsWith('/') || isArchiveAddress(address)) return [];
	const { sources, sprite = [] } = JSON.parse(readFileSync(`static${address}`, 'utf8')) as StyleFile;
	const asked = Object.values(sources).flatMap(({ url, tiles, data, urls }) =>
		[url, tiles, data, urls].flat(),
	);
	const sprites = typeof sprite === 'string' ? [sprite] : sprite.map(({ url }) => url);
	return [...asked, ...sprites]
		.filter((found): found is string => typeof found === 'string')
		.map((found) => found.replace(/^pmtiles:\/\//, ''));
}
