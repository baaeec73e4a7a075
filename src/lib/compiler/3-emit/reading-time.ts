/** What people read silently: words of a language with spaces, and Chinese characters, a minute (Brysbaert 2019). */
const WORDS_A_MINUTE = 220;
const CHARACTERS_A_MINUTE = 350;

/** Reading time of safe HTML in whole minutes, at least 1. */
export function readingTime(html: string[]): number {
	const text = html.join(' ').replace(/<[^>]*>/g, ' ');
	const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
	const words =
		text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{N}'’-]+/gu)?.length ??
		0;
	return Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));
}
