import type { KeyEntry, Meaning } from '#lib/story/index.ts';
import type { ResolvedHighlight, ResolvedRoute } from '../2-resolve/resolve-step';

/**
 * What each highlight means: 1 for the first style and label, 2 for any other; a mere mention always 1. Regions in the
 * same style without labels mean the same.
 */
export function meaningsOf(highlights: Pick<ResolvedHighlight, 'style' | 'label'>[]): Meaning[] {
	const first = highlights.find(({ style }) => style !== 'mention');
	return highlights.map((highlight) =>
		highlight.style === 'mention' || sameMeaning(highlight, first!) ? 1 : 2,
	);
}

type Labelled = Pick<ResolvedHighlight, 'style' | 'label'>;

function sameMeaning(a: Labelled, b: Labelled): boolean {
	return a.style === b.style && a.label === b.label;
}

/** The key of a step: empty unless it uses more than one meaning, or says what something means. */
export function keyOf(
	highlights: ResolvedHighlight[],
	borders: { label?: string; text: string }[],
	routes: ResolvedRoute[],
): KeyEntry[] {
	const meanings = meaningsOf(highlights);
	const groups: { highlight: ResolvedHighlight; meaning: Meaning; names: string[] }[] = [];
	highlights.forEach((highlight, index) => {
		const group = groups.find((other) => sameMeaning(other.highlight, highlight));
		if (group) group.names.push(highlight.target.label);
		else groups.push({ highlight, meaning: meanings[index]!, names: [highlight.target.label] });
	});
	const entries: KeyEntry[] = [
		...groups.map(({ highlight, meaning, names }) => ({
			symbol: highlight.style,
			meaning,
			text: highlight.label ?? names.join(', '),
		})),
		...borders
			.filter(({ label }) => label !== undefined || highlights.length > 0)
			.map(({ label, text }): KeyEntry => ({ symbol: 'border', meaning: 1, text: label ?? text })),
		...routes.flatMap(({ label }): KeyEntry[] =>
			label ? [{ symbol: 'route', meaning: 1, text: label }] : [],
		),
	];
	const labelled = [...highlights, ...borders, ...routes].some(({ label }) => label !== undefined);
	return labelled || entries.length > 1 ? entries : [];
}
