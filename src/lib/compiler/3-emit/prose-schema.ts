import { defaultSchema, type Options as Schema } from 'rehype-sanitize';

const ATTRIBUTES = defaultSchema.attributes ?? {};

/**
 * What may stand in prose. Ids are ours alone, so none is prefixed; images come from {@link frameImages} alone. No styles, no handlers, nothing that loads from elsewhere.
 */
export const PROSE_SCHEMA: Schema = {
	...defaultSchema,
	clobber: [],
	tagNames: [
		...(defaultSchema.tagNames ?? []).filter(
			(name) => name !== 'picture' && name !== 'source' && name !== 'input',
		),
		...['figcaption', 'figure', 'span'],
	],
	attributes: {
		...ATTRIBUTES,
		a: ['href', 'ariaLabel', ['className', 'back', 'footnote'], ['role', 'doc-backlink', 'doc-noteref']],
		div: [['className', 'images', 'table'], ['role', 'region'], 'ariaLabel'],
		figure: [['className', 'image', 'portrait']],
		img: ['src', 'srcSet', 'sizes', 'width', 'height', 'alt', ['loading', 'lazy'], ['decoding', 'async']],
		section: [['className', 'footnotes'], 'ariaLabel'],
		span: [['className', 'place', 'credit'], 'dataPlace'],
	},
};
