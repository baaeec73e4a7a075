/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the other
 * (Damerau–Levenshtein, optimal string alignment). Infinity beyond `most`.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
	if (Math.abs(a.length - b.length) > most) return Infinity;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
			row.push(cost);
		}
		if (Math.min(...row) > most) return Infinity;
		beforeLast = last;
		last = row;
	}
	const distance = last[b.length]!;
	return distance > most ? Infinity : distance;
}

/** How many slips of the finger a word of this length may hold and still be recognised. */
export function tolerance(word: string): number {
	if (word.length <= 4) return 1;
	return word.length <= 8 ? 2 : 3;
}

/** The words nearest to what was written, best first, at most `count`. For keys and styles: short lists. */
export function nearest(written: string, words: readonly string[], count = 1): string[] {
	const lower = written.toLowerCase();
	return words
		.map((word) => ({ word, distance: editDistance(lower, word.toLowerCase(), tolerance(lower)) }))
		.filter(({ distance }) => distance < Infinity)
		.sort((a, b) => a.distance - b.distance)
		.slice(0, count)
		.map(({ word }) => word);
}
