import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { ServedBasemaps } from '#lib/compiler/index.ts';
import { isArchiveAddress } from '#lib/story/index.ts';
import { archiveFault, archiveLayers } from './archive-fault';

/** Layers without which an archive is not in the schema of Protomaps. */
const PROTOMAPS = ['earth', 'roads', 'water'];

const known = new Map<string, { stamp: string; served: ServedBasemaps }>();

/** The styles and archives below a folder that is served, by address: why one cannot be drawn, or `null`. */
export function servedBasemaps(folder = 'static'): ServedBasemaps {
	const paths = existsSync(folder) ? filesBelow(folder) : [];
	const stamp = paths.map((path) => `${path} ${statSync(path).mtimeMs}`).join('\n');
	const before = known.get(folder);
	if (before?.stamp === stamp) return before.served;
	const served = Object.fromEntries(paths.map((path) => [path.slice(folder.length), whyNot(path)]));
	known.set(folder, { stamp, served });
	return served;
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) return filesBelow(path);
			return /\.json$/i.test(path) || isArchiveAddress(path) ? [path] : [];
		})
		.sort();
}

function whyNot(path: string): string | null {
	return isArchiveAddress(path) ? whyNoArchive(path) : whyNoStyle(path);
}

function whyNoArchive(path: string): string | null {
	const fault = archiveFault(path);
	if (fault) return `it ${fault}`;
	const layers = archiveLayers(path);
	if (!layers) return 'it holds pictures; put them into a style as a raster source';
	const missing = PROTOMAPS.filter((layer) => !layers.includes(layer));
	return missing.length ? `it has no layer "${missing[0]}", so it is not in the schema of Protomaps` : null;
}

function whyNoStyle(path: string): string | null {
	let style: { version?: unknown; sources?: unknown; layers?: unknown } | null;
	try {
		style = JSON.parse(readFileSync(path, 'utf8')) as typeof style;
	} catch {
		return 'it is not JSON';
	}
	if (style?.version !== 8) return 'it does not say "version": 8, as a MapLibre style does';
	if (!Array.isArray(style.layers) || !style.sources) return 'it has no "sources" and "layers"';
	return null;
}
