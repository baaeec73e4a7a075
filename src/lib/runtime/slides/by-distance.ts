/** The indexes of a list, those after and before `from` first: the order in which they will be wanted. */
export function byDistance(count: number, from: number): number[] {
	const away = (index: number) => (index >= from ? 2 * (index - from) - 1 : 2 * (from - index));
	return Array.from({ length: count }, (_, index) => index).sort((a, b) => away(a) - away(b));
}
