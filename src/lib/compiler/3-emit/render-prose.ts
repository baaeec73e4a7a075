import type { Root as Html } from 'hast';
import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Problem } from '#lib/story/index.ts';
import type { StoryImage } from '../2-resolve/resolve-image';
import type { Target } from '../2-resolve/resolve-place';
import type { At, PlaceRef } from '../draft';
import { linkPlaces } from './link-places';
import { addNotes, footnoteHandlers } from './prose-footnotes';
import { frameImages } from './prose-images';
import { PROSE_SCHEMA } from './prose-schema';
import { tendTables } from './prose-tables';
import { wordsFor } from './words';

export interface ProseContext {
	file: string;
	/** Language of the file. */
	lang: string;
	/** The step's id: footnotes of different steps stand on one page. */
	id: string;
	heading: string;
	definitions: (Definition | FootnoteDefinition)[];
	/** The addresses of this page, without their sign. */
	anchors: string[];
	/** The numbers of the story's footnotes; grows from step to step. */
	notes: Map<string, number>;
	resolve: (ref: PlaceRef) => Target | undefined;
	resolveImage: (address: string, at: At) => StoryImage | undefined;
	report: (problem: Problem) => void;
}

/** The prose of a step as safe HTML: no scripts, no handlers, no styles; linked places carry their id. */
export function renderProse(prose: RootContent[], context: ProseContext): string {
	const root: Root = { type: 'root', children: structuredClone([...prose, ...context.definitions]) };
	const definitionOf = ({ identifier }: { identifier: string }) =>
		context.definitions.find(
			(node): node is Definition => node.type === 'definition' && node.identifier === identifier,
		);
	linkPlaces(root, { ...context, definitionOf });
	frameImages(root, { ...context, definitionOf });
	addNotes(root);
	const { id, heading, notes: numbers, lang } = context;
	const words = wordsFor(lang);
	const handlers = footnoteHandlers({ id, heading, numbers, words });
	const html = unified().use(remarkRehype, { handlers }).runSync(root) as Html;
	tendTables(html, words);
	return unified()
		.use(rehypeStringify)
		.stringify(unified().use(rehypeSanitize, PROSE_SCHEMA).runSync(html))
		.trim();
}
