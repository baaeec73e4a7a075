/** A language tag as stories use it: `de`, `en`, `zh`, `pt-br`. */
export { isLanguageTag as match } from '#lib/story/index.ts';
