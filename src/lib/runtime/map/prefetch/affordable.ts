/** A part of an archive. */
export interface Part {
	offset: number;
	/** Bytes. */
	length: number;
}

/** What may be fetched before it is wanted, bytes: a third of what the first map takes, and as much as three pictures in all. */
export const BUDGET = { step: 150_000, visit: 1_000_000 };

/**
 * Which parts to fetch now: in their order, each once, as far as both budgets reach. What is there is not fetched again.
 *
 * @param spent bytes so far, on this step and in all
 */
export function affordable<P extends Part>(
	parts: P[],
	has: (offset: number) => boolean,
	spent: { step: number; visit: number },
): P[] {
	let left = Math.min(BUDGET.step - spent.step, BUDGET.visit - spent.visit);
	const taken = new Set<number>();
	return parts.filter(({ offset, length }) => {
		if (has(offset) || taken.has(offset) || length > left) return false;
		taken.add(offset);
		left -= length;
		return true;
	});
}
