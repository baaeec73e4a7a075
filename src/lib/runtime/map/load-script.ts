import { mapFonts, type Palette } from './palette';

/**
 * Fetches the files of the map's faces for the script of a language. MapLibre draws each character once, as soon as the
 * basic letters of its face are there, and would keep the stand-ins for all others. A language's own name is a sample of
 * its script: "русский".
 */
export async function loadScript(lang: string, palette: Palette): Promise<void> {
	const ownName = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? '';
	if (/^[\u0020-\u007e]*$/.test(ownName)) return;
	const { regular, italic } = mapFonts(palette);
	const faces = [`16px '${regular[1]}'`, `italic 16px '${italic[1]}'`];
	await Promise.allSettled(faces.map((face) => document.fonts.load(face, ownName)));
}
