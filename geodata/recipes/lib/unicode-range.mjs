/** All characters of a CSS `unicode-range`, `U+20-7E,U+2009`, as one text. */
export function charactersOf(range) {
	return range
		.split(',')
		.flatMap((part) => {
			const [first, last = first] = part
				.trim()
				.replace('U+', '')
				.split('-')
				.map((hex) => parseInt(hex, 16));
			return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
		})
		.join('');
}

/** The CSS `unicode-range` of a list of characters. */
export function rangeOf(characters) {
	const points = characters.map((character) => character.codePointAt(0)).sort((a, b) => a - b);
	const spans = [];
	for (const point of points) {
		const span = spans.at(-1);
		if (span && span.last + 1 === point) span.last = point;
		else spans.push({ first: point, last: point });
	}
	const hex = (point) => point.toString(16).toUpperCase();
	return spans
		.map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
		.join(', ');
}
