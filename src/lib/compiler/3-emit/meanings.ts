import type { KeyEntry, Meaning } from '#lib/story/index.ts';
import type { ResolvedRoute } from '../2-resolve/resolve-step';

/** What a step claims of a region, or of what a file of the author's own draws. */
export interface Claim {
	symbol: KeyEntry['symbol'];
	label?: string;
	/** What the key says where no label is written. */
	name: string;
}

type Labelled = Pick<Claim, 'symbol' | 'label'>;

/**
 * What each highlight means: 1 for the first style and label, 2 for any other; a mere mention always 1. Regions in the
 * same style without labels mean the same.
 */
export function meaningsOf(claims: Labelled[]): Meaning[] {
	const first = claims.find(({ symbol }) => symbol !== 'mention');
	return claims.map((claim) => (claim.symbol === 'mention' || sameMeaning(claim, first!) ? 1 : 2));
}

function sameMeaning(a: Labelled, b: Labelled): boolean {
	return a.symbol === b.symbol && a.label === b.label;
}

/** The key of a step: empty unless it uses more than one meaning, or says what something means. */
export function keyOf(
	claims: (Claim & { meaning: Meaning })[],
	borders: { label?: string; text: string }[],
	routes: Pick<ResolvedRoute, 'label'>[],
): KeyEntry[] {
	const groups: { claim: Claim & { meaning: Meaning }; names: string[] }[] = [];
	for (const claim of claims) {
		const group = groups.find((other) => sameMeaning(other.claim, claim));
		if (group) group.names.push(claim.name);
		else groups.push({ claim, names: [claim.name] });
	}
	const entries: KeyEntry[] = [
		...groups.map(({ claim: { symbol, meaning, label }, names }) => ({
			symbol,
			meaning,
			text: label ?? names.join(', '),
		})),
		...borders
			.filter(({ label }) => label !== undefined || claims.length > 0)
			.map(({ label, text }): KeyEntry => ({ symbol: 'border', meaning: 1, text: label ?? text })),
		...routes.flatMap(({ label }): KeyEntry[] =>
			label ? [{ symbol: 'route', meaning: 1, text: label }] : [],
		),
	];
	const unique = new Map(entries.map((entry) => [Object.values(entry).join(' '), entry]));
	const labelled = [...claims, ...borders, ...routes].some(({ label }) => label !== undefined);
	return labelled || unique.size > 1 ? [...unique.values()] : [];
}
