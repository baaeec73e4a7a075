import { readFile } from 'node:fs/promises';
import { Blob, Buffer, Face, Font, shape, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import type { SetLine, Type, Typesetter } from '#lib/share/index.ts';
import { guessWidth, WIDE, type Face as SlideFace, type Measure } from '#lib/slides/index.ts';

const FOLDER = 'src/lib/components/fonts';
const SUBSETS = ['core', 'latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'];

/** Names of the faces' files; one a subset. */
const FACES: Record<Type['face'], string> = {
	serif: 'literata-display',
	'serif-italic': 'literata-italic',
	sans: 'dateline-sans',
};

/** The same for the text of slides, and the weight in which each is set. */
const SLIDE_FACES: Record<Exclude<SlideFace, 'code'>, { file: string; weight: number }> = {
	text: { file: 'literata', weight: 400 },
	italic: { file: 'literata-italic', weight: 400 },
	bold: { file: 'literata-bold', weight: 700 },
	display: { file: 'literata-display', weight: 480 },
	sans: { file: 'dateline-sans', weight: 400 },
	'sans-bold': { file: 'dateline-sans', weight: 700 },
};

/** Faces for code that devices have are as wide as this, or narrower. In sizes of the letters. */
const CODE_WIDTH = 0.605;

function codeWidth(text: string): number {
	return [...text].reduce((width, letter) => width + Math.max(CODE_WIDTH, WIDE.test(letter) ? 1 : 0), 0);
}

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
	const faces = await loadFaces(FACES);
	return (text, type) => setLine(text, type, faces[type.face]);
}

let loadingMeasure: Promise<Measure> | undefined;

/** How wide words stand in the faces of the slides; a guess for letters that these lack. Each word is measured once. */
export function loadMeasure(): Promise<Measure> {
	loadingMeasure ??= prepareMeasure();
	return loadingMeasure;
}

async function prepareMeasure(): Promise<Measure> {
	const names = Object.entries(SLIDE_FACES).map(([face, { file }]) => [face, file]);
	const faces = await loadFaces(Object.fromEntries(names) as Record<keyof typeof SLIDE_FACES, string>);
	const known = new Map<string, number>();
	return (text, face) => {
		const key = `${face} ${text}`;
		const width = known.get(key) ?? measured(text, face);
		known.set(key, width);
		return width;
	};

	function measured(text: string, face: SlideFace): number {
		if (face === 'code') return codeWidth(text);
		const { weight } = SLIDE_FACES[face];
		return runsOf(text.normalize('NFC').replaceAll('\u00ad', ''), faces[face]).reduce(
			(width, { letters, loaded }) =>
				width + (loaded ? widthOf(letters, weight, loaded) : guessWidth(letters)),
			0,
		);
	}
}

/** The faces by name, a file a subset. */
async function loadFaces<Name extends string>(files: Record<Name, string>): Promise<Record<Name, Loaded[]>> {
	const entries = Object.entries<string>(files).map(async ([name, file]) => [
		name,
		await Promise.all(SUBSETS.map((subset) => loadFace(`${FOLDER}/${file}-${subset}.woff2`))),
	]);
	return Object.fromEntries(await Promise.all(entries)) as Record<Name, Loaded[]>;
}

async function loadFace(file: string): Promise<Loaded> {
	const face = new Face(new Blob(await decompress(await readFile(file))));
	return { font: new Font(face), unitsPerEm: face.upem, letters: new Set(face.collectUnicodes()) };
}

function setLine(text: string, { size, weight, spacing = 0 }: Type, fonts: Loaded[]): SetLine | null {
	const runs = runsOf(text.normalize('NFC').replaceAll('\u00ad', ''), fonts);
	if (!isCovered(runs)) return null;
	const axes = [new Variation('wght', weight)];
	const glyphs: { loaded: Loaded; id: number; x: number; y: number }[] = [];
	let x = 0;
	for (const { letters, loaded } of runs) {
		const scale = size / loaded.unitsPerEm;
		const buffer = shaped(letters, axes, loaded);
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

function shaped(letters: string, axes: Variation[], { font }: Loaded): Buffer {
	font.setVariations(axes);
	const buffer = new Buffer();
	buffer.addText(letters);
	buffer.guessSegmentProperties();
	shape(font, buffer);
	return buffer;
}

/** In sizes of the letters. */
function widthOf(letters: string, weight: number, loaded: Loaded): number {
	const positions = shaped(letters, [new Variation('wght', weight)], loaded).getGlyphPositions();
	return positions.reduce((width, { xAdvance }) => width + xAdvance, 0) / loaded.unitsPerEm;
}

/** Letters of one file, or of none. */
interface FaceRun {
	letters: string;
	loaded: Loaded | undefined;
}

function isCovered(runs: FaceRun[]): runs is { letters: string; loaded: Loaded }[] {
	return runs.every(({ loaded }) => loaded);
}

/** Stretches of one file each. */
function runsOf(text: string, fonts: Loaded[]): FaceRun[] {
	const runs: FaceRun[] = [];
	for (const letter of text) {
		const code = letter.codePointAt(0)!;
		const last = runs.at(-1);
		const loaded = last?.loaded?.letters.has(code)
			? last.loaded
			: fonts.find(({ letters }) => letters.has(code));
		if (last && last.loaded === loaded) last.letters += letter;
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
