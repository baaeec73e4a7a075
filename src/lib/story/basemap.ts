/** A basemap of the author's own, which the live map draws in place of the world in the box. */
export interface OwnBasemap {
	/**
	 * Address of a MapLibre style, or of a PMTiles archive in the schema of Protomaps: `https://…`, or a path below
	 * `static/` that begins with a slash.
	 */
	light: string;
	/** The same for dark pages. Where it is absent, a style stays as it is, and an archive is drawn in dark colours. */
	dark?: string;
	/** Whom the map thanks, in the author's words; may hold links. */
	attribution?: string;
	/** Origins that the page may ask besides those of the addresses: `https://tiles.example`. */
	hosts: string[];
}

/** Where the page finds what an {@link OwnBasemap} stands for. */
export interface BasemapAddresses {
	/** Addresses of MapLibre styles, absolute or relative to the page. */
	light: string;
	dark?: string;
	attribution?: string;
}

/** A piece of a line of credits. */
export interface CreditPart {
	text: string;
	/** http or https. */
	href?: string;
}

/** Whether an address is that of a PMTiles archive; any other is that of a style. */
export function isArchiveAddress(address: string): boolean {
	return /\.pmtiles(?:[?#]|$)/i.test(address);
}
