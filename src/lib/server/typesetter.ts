import { readFile } from 'node:fs/promises';
import { Blob, Buffer, Face, Font, shape, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import type { SetLine, Type, Typesetter } from '#lib/share/index.ts';

const FOLDER = 'src/lib/components/fonts';
const SUBSETS = ['core', 'latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];

/** Names of the faces' files; one a subset. */
const FACES: Record<Type['face'], string> = {
	serif: 'literata-display',
	'serif-italic': 'literata-italic',
	sans: 'dateline-sans',
};

interface Loaded {
	font: Font;
	unitsPerEm: number;
	letters: Set<number>;
}

let loading: Promise<Typesetter> | undefined;

/** The faces of the pages as a typesetter: HarfBuzz shapes, so that kerning and ligatures are those of a browser. */
export function loadTypesetter(): Promise<Typesetter> {
	loading ??= load();
	return loading;
}

async function load(): Promise<Typesetter> {
	const faces = Object.fromEntries(
		await Promise.all(
			(Object.keys(FACES) as Type['face'][]).map(async (face) => [
				face,
				await Promise.all(SUBSETS.map((subset) => loadFace(`${FOLDER}/${FACES[face]}-${subset}.woff2`))),
			]),
		),
	) as Record<Type['face'], Loaded[]>;
	return (text, type) => setLine(text, type, faces[type.face]);
}

async function loadFace(file: string): Promise<Loaded> {
	const face = new Face(new Blob(await decompress(await readFile(file))));
	return { font: new Font(face), unitsPerEm: face.upem, letters: new Set(face.collectUnicodes()) };
}

function setLine(text: string, { size, weight, spacing = 0 }: Type, fonts: Loaded[]): SetLine | null {
	const runs = runsOf(text.normalize('NFC').replaceAll('\u00ad', ''), fonts);
	if (!runs) return null;
	const axes = [new Variation('wght', weight)];
	const glyphs: { loaded: Loaded; id: number; x: number; y: number }[] = [];
	let x = 0;
	for (const { letters, loaded } of runs) {
		const scale = size / loaded.unitsPerEm;
		loaded.font.setVariations(axes);
		const buffer = new Buffer();
		buffer.addText(letters);
		buffer.guessSegmentProperties();
		shape(loaded.font, buffer);
		const positions = buffer.getGlyphPositions();
		for (const [index, { codepoint: id }] of buffer.getGlyphInfos().entries()) {
			const { xAdvance, xOffset, yOffset } = positions[index]!;
			glyphs.push({ loaded, id, x: x + xOffset * scale, y: -yOffset * scale });
			x += xAdvance * scale + spacing * size;
		}
	}
	return {
		width: Math.max(0, x - spacing * size),
		// Most lines are only measured.
		get path() {
			return glyphs
				.map(({ loaded: { font, unitsPerEm }, id, x, y }) => {
					font.setVariations(axes);
					return moved(font.glyphToPath(id), size / unitsPerEm, x, y);
				})
				.join('');
		},
	};
}

/** Stretches of one file each; `null` where no file has a letter. */
function runsOf(text: string, fonts: Loaded[]): { letters: string; loaded: Loaded }[] | null {
	const runs: { letters: string; loaded: Loaded }[] = [];
	for (const letter of text) {
		const code = letter.codePointAt(0)!;
		const last = runs.at(-1);
		const loaded = last?.loaded.letters.has(code)
			? last.loaded
			: fonts.find(({ letters }) => letters.has(code));
		if (!loaded) return null;
		if (last?.loaded === loaded) last.letters += letter;
		else runs.push({ letters: letter, loaded });
	}
	return runs;
}

/** An outline in font units, y upwards, as px, y downwards, rounded to hundredths. */
function moved(path: string, scale: number, x: number, y: number): string {
	let horizontal = true;
	return path.replace(/[A-Z]|-?\d*\.?\d+(?:e-?\d+)?/g, (token) => {
		if (/[A-Z]/.test(token)) {
			horizontal = true;
			return token;
		}
		const value = horizontal ? x + Number(token) * scale : y - Number(token) * scale;
		horizontal = !horizontal;
		return value.toFixed(2);
	});
}
