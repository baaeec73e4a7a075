/** The recipe's writer has no types, and its file is none of the type checker's. */
const RECIPE = new URL('../../geodata/recipes/lib/pmtiles-writer.mjs', import.meta.url).href;

interface Tile {
	z: number;
	x: number;
	y: number;
	data: Buffer;
}

/** Writes an archive of vector tiles as the recipe does; `digest` is that of what is in them. */
export async function writeArchive(
	tiles: Tile[],
	metadata: Record<string, unknown> = {},
): Promise<{ bytes: Buffer; digest: string }> {
	const { writePmtiles } = (await import(/* @vite-ignore */ RECIPE)) as {
		writePmtiles: (tiles: Tile[], about: object) => { bytes: Buffer; digest: string };
	};
	const zooms = tiles.map(({ z }) => z);
	return writePmtiles(tiles, { metadata, minZoom: Math.min(...zooms), maxZoom: Math.max(...zooms) });
}
