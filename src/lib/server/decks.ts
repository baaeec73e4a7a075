import type { Deck, Slide, Step } from '#lib/story/index.ts';
import { story } from './stories';

/** stub */
export async function deck(
	lang: string,
	slug: string,
	_options: { toStory: string; withNotes?: boolean },
): Promise<Deck | undefined> {
	const found = story(lang, slug)?.story;
	if (!found) return;
	const slideOf = (step: Step, kind: Slide['kind']): Slide => {
		const blocks = step.html.split(/(?<=<\/p>)\n*(?=<p)/);
		return {
			id: step.id,
			kind,
			heading: step.heading,
			headingSize: step.heading.length > 26 ? 3 : step.heading.length > 14 ? 2 : 1,
			hidden: step.hidden,
			dateline: step.dateline,
			describe: step.describe,
			view: step.view,
			parts: (step.html ? blocks : ['']).map((html) => ({ html, seconds: 8 })),
			note: _options.withNotes ? step.note : undefined,
		};
	};
	const { sources, cover, steps, minutes: _, ...rest } = found;
	void _;
	return {
		...rest,
		slides: [
			slideOf(cover, 'cover'),
			...steps.map((s) => slideOf(s, 'step')),
			{
				...slideOf(cover, 'sources'),
				id: 'sources',
				heading: 'Quellen',
				headingSize: 1,
				dateline: undefined,
				parts: [{ html: '<ul>' + sources.map((s) => `<li>${s.title}</li>`).join('') + '</ul>', seconds: 5 }],
			},
		],
	};
}
