import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Node, Root } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Words } from './words';

export interface FootnoteContext {
	/** The step's id: the same note may stand under several steps of one page. */
	id: string;
	/** The step's heading. */
	heading: string;
	/** The numbers of the story's notes by identifier, in the order in which the text first refers to them. Grows. */
	numbers: Map<string, number>;
	words: Words;
}

/** Stands at the end of a step's Markdown for the notes that its text refers to. */
interface PlaceOfNotes extends Node {
	type: 'notes';
}

declare module 'mdast' {
	interface RootContentMap {
		notes: PlaceOfNotes;
	}
}

/** A note under a step, and how often the step's text refers to it. */
interface Note {
	definition: FootnoteDefinition;
	number: number;
	references: number;
}

/** Makes room for the notes at the end of a step. */
export function addNotes(root: Root): void {
	root.children.push({ type: 'notes' });
}

/**
 * Turns references into numbered links, and the notes of a step into a list at its end, each with links back. No id of a
 * step holds two hyphens in a row, so that none of these ids can be another's.
 */
export function footnoteHandlers({ id, heading, numbers, words }: FootnoteContext): Handlers {
	const notes = new Map<string, Note>();
	const noteId = ({ number }: Note) => `${id}--fn-${number}`;
	const referenceId = ({ number }: Note, nth: number) => `${id}--fnref-${number}${nth > 1 ? `-${nth}` : ''}`;

	function refer(definition: FootnoteDefinition): Note {
		const { identifier } = definition;
		const number = numbers.get(identifier) ?? numbers.size + 1;
		numbers.set(identifier, number);
		const note = notes.get(identifier) ?? { definition, number, references: 0 };
		note.references++;
		notes.set(identifier, note);
		return note;
	}

	function backLink(note: Note, nth: number): Element {
		return element(
			'a',
			{
				href: `#${referenceId(note, nth)}`,
				className: ['back'],
				role: 'doc-backlink',
				ariaLabel: words.backToText(note.number, note.references > 1 ? nth : undefined),
			},
			[{ type: 'text', value: words.backSign }],
		);
	}

	function listItem(note: Note, content: ElementContent[]): Element {
		const links = Array.from({ length: note.references }, (_, index) => backLink(note, index + 1));
		const back = links.flatMap((link): ElementContent[] => [{ type: 'text', value: '\u00a0' }, link]);
		const last = content.findLast((node) => node.type === 'element');
		if (last?.tagName === 'p') last.children.push(...back);
		else content.push(...back);
		return element('li', { id: noteId(note), value: String(note.number) }, content);
	}

	return {
		footnoteReference(state: State, { identifier }: FootnoteReference): Element | undefined {
			const definition = state.footnoteById.get(identifier.toUpperCase());
			if (!definition) return undefined;
			const note = refer(definition);
			const link = element(
				'a',
				{
					href: `#${noteId(note)}`,
					id: referenceId(note, note.references),
					className: ['footnote'],
					role: 'doc-noteref',
					ariaLabel: words.note(note.number),
				},
				[{ type: 'text', value: String(note.number) }],
			);
			return element('sup', {}, [link]);
		},
		notes(state: State): Element | undefined {
			const content: [Note, ElementContent[]][] = [];
			// A Map goes on to what is added on the way: notes that notes refer to.
			for (const note of notes.values()) content.push([note, state.all(note.definition)]);
			if (!content.length) return undefined;
			content.sort(([a], [b]) => a.number - b.number);
			const items = content.map(([note, children]) => listItem(note, children));
			const label = `${words.footnotes}: ${heading}`;
			return element('section', { className: ['footnotes'], ariaLabel: label }, [element('ol', {}, items)]);
		},
	};
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
	return { type: 'element', tagName, properties, children };
}
