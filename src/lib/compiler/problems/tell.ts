import type { Problem } from '#lib/story/index.ts';
import type { At } from '../draft';

export function error(at: At, code: string, message: string, hint?: string): Problem {
	return { code, severity: 'error', ...at, message, hint };
}

export function warning(at: At, code: string, message: string, hint?: string): Problem {
	return { ...error(at, code, message, hint), severity: 'warning' };
}

export function quote(text: string): string {
	return `"${text}"`;
}

/** Names what there is, but not for ever. */
export function list(items: string[], most = 12): string {
	const named = items.slice(0, most).map(quote);
	return [...named, ...(items.length > most ? ['…'] : [])].join(', ');
}

export function oneOf(items: string[]): string {
	return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
