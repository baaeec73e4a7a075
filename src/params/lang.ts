/** A language tag as stories use it: `de`, `en`, `zh`, `pt-br`. */
export function match(param: string): boolean {
	return /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/.test(param);
}
