/** Advance widths in em, wide enough for Arial, DejaVu Sans and Georgia: nobody knows which face a picture will get. */
const ADVANCES: [RegExp, number][] = [
	[/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[\ud800-\udfff]/, 1],
	[/[iljI|!.,:;'’ıíìîїі]/, 0.31],
	[/[ftr()[\]\-–\u00a0 ]/, 0.38],
	[/[mwMW—ЖШЩЮМФЫжшщюмфы]/, 0.9],
	[/[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я]/u, 0.7],
	[/\p{M}/u, 0],
];
const OTHER = 0.58;

/** Bold type is wider. */
const BOLD = 1.07;

export interface Type {
	/** Px. */
	size: number;
	weight: number;
	/** Letter spacing, em. */
	spacing: number;
}

/** Estimated width of a line, px. Errs on the wide side. */
export function lineWidth(text: string, { size, weight, spacing }: Type): number {
	const letters = [...text];
	const em = letters.reduce(
		(sum, letter) => sum + (ADVANCES.find(([set]) => set.test(letter))?.[1] ?? OTHER),
		0,
	);
	return size * (em * (weight >= 600 ? BOLD : 1) + letters.length * spacing);
}

/** Breaks a long name into two lines as equal as its spaces allow. */
export function wrapName(text: string, longest: number): string[] {
	const words = text.split(' ');
	if (text.length <= longest || words.length < 2) return [text];
	let best = [text];
	let least = Infinity;
	for (let i = 1; i < words.length; i++) {
		const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
		const width = Math.max(...lines.map((line) => line.length));
		if (width < least) {
			least = width;
			best = lines;
		}
	}
	return best;
}

export function escapeXml(text: string): string {
	return (
		text
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
			.replace(/"/g, '&quot;')
			// eslint-disable-next-line no-control-regex -- XML 1.0 has no way to write these
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
	);
}
