/** A figure and what it must not exceed. */
export interface Budget {
	what: string;
	value: number;
	limit: number;
	unit: string;
}

/** What could not be measured is not kept. */
export function isKept({ value, limit }: Budget): boolean {
	return value <= limit;
}

/** What, value, limit and verdict. */
export function row(budget: Budget): string[] {
	const { what, value, limit, unit } = budget;
	const verdict = Number.isNaN(value) ? 'not measured' : isKept(budget) ? 'within' : 'OVER';
	return [what, `${cell(value)} ${unit}`.trim(), `${limit} ${unit}`.trim(), verdict];
}

/** Small figures with two digits, large ones rounded. */
export function cell(value: number | string): string {
	if (typeof value === 'string') return value;
	return Number.isNaN(value) ? '–' : value < 10 ? String(Number(value.toPrecision(2))) : String(round(value));
}

export function round(value: number): number | string {
	return Number.isNaN(value) ? '–' : Math.round(value);
}

export function median(values: number[]): number {
	const measured = values.filter((value) => !Number.isNaN(value));
	return percentile(measured, 0.5);
}

/** The value below which a share (0…1) of all lies; NaN where there is none. */
export function percentile(values: number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The first column to the left, numbers to the right. */
export function table(rows: string[][]): void {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	for (const row of rows) {
		const cells = row.map((text, column) =>
			column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
		);
		console.log(`  ${cells.join('   ').trimEnd()}`);
	}
}
