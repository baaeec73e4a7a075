import type { BasemapAddresses, CreditPart } from '#lib/story/index.ts';
import { creditLine } from './credit-parts';
import type { MapLibreMap, StyleSpecification } from './maplibre';
import { groundLayerIds, groundSources, resolveStyle, weaveStyle, type WeaveOptions } from './weave-style';

/** After this time without an answer the world in the box stands in, ms. */
const SILENCE = 10_000;

/** A basemap that somebody else made, fetched and ready to be drawn. */
export interface OwnGround {
	/** Of its style, absolute. */
	address: string;
	/** Whether it is the one for such pages. */
	isFor(isDark: boolean): boolean;
	/** Ids of the sources that hold it. */
	sources: string[];
	/** The whole map with this ground. */
	style(options: WeaveOptions): StyleSpecification;
	/** Whether any feature of it is in the picture; where it has none but pictures, whether any may be. */
	isDrawn(map: MapLibreMap): boolean;
	/** Whom the map thanks for it: the author's words, then what the sources that are there ask for. */
	credit(map: MapLibreMap, archiveAttribution: (url: string) => Promise<string>): Promise<CreditPart[]>;
}

/** Where the style of a basemap is, absolute. */
export function addressOf({ light, dark }: BasemapAddresses, isDark: boolean): string {
	return new URL(isDark ? (dark ?? light) : light, location.href).href;
}

/**
 * Fetches the style of a basemap.
 *
 * @throws {Error} that says in words why it cannot be drawn
 */
export async function openOwnBasemap(basemap: BasemapAddresses, isDark: boolean): Promise<OwnGround> {
	const address = addressOf(basemap, isDark);
	const style = resolveStyle(await fetchStyle(address), address);
	const sources = groundSources(style);
	const layers = groundLayerIds(style);
	return {
		address,
		isFor: (dark) => addressOf(basemap, dark) === address,
		sources,
		style: (options) => weaveStyle(style, options),
		isDrawn: (map) => !layers.length || map.queryRenderedFeatures({ layers }).length > 0,
		async credit(map, archiveAttribution) {
			const asked = sources.map(async (id) => {
				const { attribution, url } = (map.getSource(id) ?? {}) as { attribution?: string; url?: string };
				return attribution ?? (url?.startsWith('pmtiles://') ? archiveAttribution(url) : '');
			});
			return creditLine([basemap.attribution ?? '', ...(await Promise.all(asked))]);
		},
	};
}

async function fetchStyle(address: string): Promise<StyleSpecification> {
	const response = await fetch(address, { signal: AbortSignal.timeout(SILENCE) });
	if (!response.ok) throw new Error(`The host answered ${response.status}.`);
	const style = (await response.json().catch(() => null)) as StyleSpecification | null;
	if (style?.version !== 8 || !Array.isArray(style.layers) || !style.sources)
		throw new Error('What the host answered is no MapLibre style.');
	return style;
}
