import type { BasemapAddresses } from '#lib/story/index.ts';
import type { OwnGround } from './own-basemap';

export interface OwnOptions {
	/** Drawn in place of the world in the box, as long as it comes. */
	basemap?: BasemapAddresses;
	/** Whether the page is dark; asked when the palette changes. */
	dark: () => boolean;
}

/** The basemap of the author's own, if there is one and its style comes. */
export async function openOwn({ basemap, dark }: OwnOptions): Promise<OwnGround | undefined> {
	if (!basemap) return undefined;
	const { addressOf, openOwnBasemap } = await import('./own-basemap');
	try {
		return await openOwnBasemap(basemap, dark());
	} catch (error) {
		tellStandIn(addressOf(basemap, dark()), error);
		return undefined;
	}
}

/** For the author alone: the reader has a map. */
export function tellStandIn(address: string, why: unknown): void {
	const reason = why instanceof Error ? why.message : String(why);
	console.warn(`Dateline: the world in the box stands in for the basemap ${address}. ${reason}`);
}
