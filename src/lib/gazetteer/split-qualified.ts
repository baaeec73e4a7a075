/** `Paris, Texas, US` → `Paris` within `Texas` and `US`; `Paris (Texas)` likewise. */
export function splitQualified(name: string): { head: string; qualifiers: string[] } {
	const [, before, within] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/.exec(name.trim()) ?? [];
	const parts = before && within ? [before, ...within.split(/[,，]/)] : name.split(/[,，]/);
	const [head = '', ...qualifiers] = parts.map((part) => part.trim());
	return { head, qualifiers: qualifiers.filter(Boolean) };
}
