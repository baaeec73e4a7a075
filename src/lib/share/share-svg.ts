import {
	limbRadius,
	middleOf,
	renderStill,
	stillCamera,
	type Crop,
	type Tokens,
	type World,
} from '#lib/stills/index.ts';
import type { Dateline, Shapes, View } from '#lib/story/index.ts';
import { setHeadline } from './headline';
import { mapLabel } from './map-label';
import { plainSvg } from './plain-svg';
import type { Type, Typesetter } from './typesetter';

/** What chats and feeds ask for, px. */
export const SHARE_SIZE = { width: 1200, height: 630 };

/** The map is drawn for a smaller screen: its names must be read where the picture is 300 px wide. */
const SCREEN = { width: 800, height: 420 };
const SCALE = SHARE_SIZE.width / SCREEN.width;

/** The column of words, px of the picture. */
const LEFT = 56;
const COLUMN = 500;
const SHEET = LEFT + COLUMN + 28;

/** Height of the foot that names map and publication where there is no column, px. */
const BAND = 60;

const CREDIT: Type = { face: 'sans', size: 18, weight: 400 };

export interface ShareOptions {
	view: View;
	shapes: Shapes;
	world: World;
	/** BCP 47. */
	lang: string;
	tokens: Tokens;
	typeset: Typesetter;
	headline: string;
	/** Below the headline: a front page's. */
	tagline?: string;
	dateline?: Dateline;
	/** Name of the publication, small above the headline; absent where the headline says it. */
	name?: string;
	/** Whose map it is. */
	credit: string;
}

/**
 * The picture that stands for a page in chats and feeds: its map, and on quiet ground beside it the headline, as on the
 * cover. Without headline and dateline where the faces lack one of its letters; the map then has the whole width.
 */
export function shareSvg(options: ShareOptions): string {
	const { view, shapes, world, lang, tokens, typeset, headline } = options;
	const words = setWords(options);
	const left = words ? Math.round(SHEET / SCALE) - 20 : 0;
	const crop: Crop = {
		...SHARE_SIZE,
		screen: SCREEN,
		insets: { top: 0, right: 0, bottom: words ? 0 : BAND / SCALE, left },
	};
	const still = renderStill({
		...{ view, shapes, world, lang, crop, tokens, title: headline },
		setLabel: (label) => mapLabel(label, typeset),
	});
	const inner = still.replace('<svg ', `<svg x="0" y="0" `);
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_SIZE.width}" height="${SHARE_SIZE.height}">` +
		inner +
		(words ? (showsPaper(view, crop) ? '' : sheet()) + words : band(options)) +
		'</svg>';
	return plainSvg(svg, tokens.light);
}

/** Whether the globe leaves the column on bare paper, so that it needs no sheet: the headline stands on the limb. */
function showsPaper(view: View, crop: Crop): boolean {
	const camera = stillCamera(view, crop);
	if (camera.projection === 'flat' || camera.pitch > 0) return false;
	const [x] = middleOf(camera, crop.screen);
	return x - limbRadius(camera, crop.screen) > crop.insets.left * 0.6;
}

function sheet(): string {
	const { height } = SHARE_SIZE;
	return (
		`<rect width="${SHEET}" height="${height}" style="fill:var(--sheet)"/>` +
		`<path d="M${SHEET} 0v${height}" style="stroke:var(--hairline);stroke-width:2"/>`
	);
}

/** The foot of a picture without a column. */
function band({ name = '', credit, typeset }: ShareOptions): string {
	const { width, height } = SHARE_SIZE;
	const baseline = height - 20;
	const set = typeset(credit, CREDIT);
	return (
		`<rect y="${height - BAND}" width="${width}" height="${BAND}" style="fill:var(--paper)"/>` +
		line(name, LEFT, baseline, { face: 'serif', size: 34, weight: 560, spacing: -0.015 }, 'ink', typeset) +
		(set ? glyphs(set.path, width - LEFT - set.width, baseline, 'ink-2') : '')
	);
}

/** The column; `null` where the headline cannot be set. What else cannot be set is left out. */
function setWords({ lang, headline, tagline, dateline, name, credit, typeset }: ShareOptions): string | null {
	const top = dateline ? 186 : name ? 140 : 96;
	const bottom = SHARE_SIZE.height - (tagline ? 200 : 84);
	const block = setHeadline(
		headline,
		{ width: COLUMN, height: bottom - top, largest: 124, smallest: 32 },
		typeset,
		{ face: 'serif', weight: 430, spacing: -0.03 },
	);
	if (!block) return null;
	const height = block.lines.length * block.leading;
	const first = top + (bottom - top - height) / 2 + block.size * 0.8;
	const lines = block.lines.map(
		({ path }, i) =>
			`<path transform="translate(${(LEFT - block.size * 0.04).toFixed(1)} ${(first + i * block.leading).toFixed(1)})" d="${path}"/>`,
	);
	const after = first + height - block.size * 0.4;
	const under = tagline
		? setHeadline(tagline, { width: COLUMN, height: 100, largest: 34, smallest: 26 }, typeset, {
				face: 'serif',
				weight: 400,
			})
		: null;
	return [
		name
			? line(name, LEFT, 84, { face: 'serif', size: 40, weight: 560, spacing: -0.015 }, 'ink', typeset)
			: '',
		dateline ? datelineSvg(dateline, lang, first - block.size * 0.78 - 34, typeset) : '',
		`<g style="fill:var(--ink)">${lines.join('')}</g>`,
		...(under?.lines ?? []).map(
			({ path }, i) =>
				`<path transform="translate(${LEFT} ${(after + i * under!.leading).toFixed(1)})" style="fill:var(--ink)" d="${path}"/>`,
		),
		line(credit, LEFT, SHARE_SIZE.height - 36, CREDIT, 'ink-2', typeset),
	].join('');
}

/** Dot, rule, place, and the day. No place, no dot. Smaller where it would leave the column. */
function datelineSvg({ place, text }: Dateline, lang: string, y: number, typeset: Typesetter): string {
	const start = LEFT + 64;
	for (let size = 30; ; size -= 1) {
		const name: Type = { face: 'sans', size, weight: 700, spacing: 0.085 };
		const day: Type = { face: 'sans', size, weight: 400 };
		const setPlace = place ? typeset(place.toLocaleUpperCase(lang), name) : null;
		const setDay = typeset(place && setPlace ? `· ${text}` : text, day);
		const from = start + (setPlace ? setPlace.width + size * 0.45 : 0);
		const end = setDay ? from + setDay.width : from;
		if (end > LEFT + COLUMN && size > 16) continue;
		const middle = y - size * 0.34;
		return (
			`<path d="M${LEFT} ${middle.toFixed(1)}h52" style="stroke:var(--accent);stroke-width:4"/>` +
			(place
				? `<circle cx="${LEFT + 11}" cy="${middle.toFixed(1)}" r="11" style="fill:var(--accent)"/>`
				: '') +
			(setPlace ? glyphs(setPlace.path, start, y, 'ink') : '') +
			(setDay ? glyphs(setDay.path, from, y, 'ink-2') : '')
		);
	}
}

function line(text: string, x: number, y: number, type: Type, color: string, typeset: Typesetter): string {
	const set = typeset(text, type);
	return set ? glyphs(set.path, x, y, color) : '';
}

function glyphs(path: string, x: number, y: number, color: string): string {
	return `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" style="fill:var(--${color})" d="${path}"/>`;
}
