/** A face of the slides; `code` is whatever the device has for it. */
export type Face = 'text' | 'italic' | 'bold' | 'display' | 'sans' | 'sans-bold' | 'code';

/** How wide a stretch of text stands on one line, in sizes of its letters. Never too little. */
export type Measure = (text: string, face: Face) => number;

/** Letters that fill a square, and between which a line may break. */
export const WIDE =
	/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60]/u;

/** A guess, on the wide side, for letters that no face of ours has. */
export function guessWidth(text: string): number {
	let width = 0;
	for (const letter of text) {
		if (/[\p{Mn}\p{Me}\p{Cf}\u{fe00}-\u{fe0f}]/u.test(letter)) continue;
		width += WIDE.test(letter) ? (/\p{Extended_Pictographic}/u.test(letter) ? 1.4 : 1) : 0.65;
	}
	return width;
}
