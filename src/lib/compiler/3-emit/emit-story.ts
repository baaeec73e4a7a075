import {
	dirOf,
	type Dateline,
	type LonLat,
	type Mark,
	type Problem,
	type Shapes,
	type Step,
	type Story,
	type StorySummary,
	type StoryWorldview,
	type View,
} from '#lib/story/index.ts';
import type { Gazetteer, Worldview } from '#lib/gazetteer/index.ts';
import type { Draft, DraftStep, FrontMatter } from '../draft';
import { problems } from '../problems';
import { COVER_ID } from '../2-resolve/assign-ids';
import { resolveBasemap, type ServedBasemaps } from '../2-resolve/resolve-basemap';
import { resolveImage, type ImageFiles, type StoryImage } from '../2-resolve/resolve-image';
import { resolvePlace, type Resolver } from '../2-resolve/resolve-place';
import { storyContext } from '../2-resolve/story-context';
import type { DataFiles } from '../2-resolve/resolve-data';
import { resolveStep, type ResolvedMap } from '../2-resolve/resolve-step';
import { datelineText } from './dateline-text';
import { CLOSEST_SHOWN } from './closest-zoom';
import { emitView, focusOf, keepView, type ViewContext } from './emit-view';
import { mapsInWords } from './map-in-words/map-in-words';
import { readingTime } from './reading-time';
import { renderProse } from './render-prose';
import { createShapeStore } from './shape-store';
import { wordsFor } from './words';
import type { World } from './world';

export interface EmitContext {
	slug: string;
	/** Languages the story exists in, the original's first. */
	languages: string[];
	/** The ids of the steps, in order. */
	ids: string[];
	/** The author's own GeoJSON. */
	files: DataFiles;
	/** The author's images. */
	images: ImageFiles;
	/** Styles and archives below `static/`; not looked up if absent. */
	basemaps?: ServedBasemaps;
	gazetteer: Gazetteer;
	world: World;
	/** What gazetteer and world are seen from, if not by the house's own rule. */
	worldview?: Worldview;
	report: (problem: Problem) => void;
}

export interface Emitted {
	story: Story;
	summary: StorySummary;
	shapes: Shapes;
	/** The images that the prose shows. */
	images: StoryImage[];
}

/** Shown in the preview where a story names no place at all. The error is reported. */
const NOWHERE: LonLat[] = [{ lon: 15, lat: 25 }];

/** Turns a complete draft into the story that the reader gets. */
export function emitStory(draft: Draft, context: EmitContext): Emitted {
	const { lang, front } = draft;
	const { slug, languages, gazetteer, report } = context;
	const written = [draft.cover, ...draft.steps];
	const resolver: Resolver = { gazetteer, lang, report, context: storyContext(written, gazetteer) };
	const store = createShapeStore(context.world, gazetteer);
	const viewContext: ViewContext = { lang, report, store, projection: front.projection?.value ?? 'auto' };
	const parts = written.map((step) => ({
		step,
		map: resolveStep(step, resolver, context.files),
	}));
	const views = emitViews(parts, draft, viewContext);
	const standing = parts.map(({ map }, index) => ({ map, view: views[index]! }));
	const inWords = mapsInWords(standing, lang, context.world, gazetteer);
	const notes = new Map<string, number>();
	const images = new Map<string, StoryImage>();
	const anchors = [...anchorsOfPage(front), ...context.ids];
	const toStep = (index: number): Step => {
		const { step, map } = parts[index]!;
		const id = index === 0 ? COVER_ID : (context.ids[index - 1] ?? `step-${index}`);
		const heading = index === 0 ? (front.title?.value ?? slug) : step.heading;
		const view = views[index]!;
		const told = texts(step, index, heading, lang);
		const html = renderProse(step.prose, {
			...{ id, lang, report, heading, anchors, file: draft.file, definitions: draft.definitions },
			// Nobody sees the notes of a hidden step: they get numbers that count for nothing.
			notes: told.hidden ? new Map(notes) : notes,
			resolve: (ref) => resolvePlace(ref, resolver),
			resolveImage(address, at) {
				const image = resolveImage(address, at, context.images, report);
				if (image && !told.hidden) images.set(image.path, image);
				return image;
			},
		});
		const dateline = datelineOf(map, lang);
		if (told.hidden && (html || dateline)) report(problems.hiddenWithText(step.at));
		return {
			...told,
			describe: told.describe ?? inWords[index]!,
			id,
			html: told.hidden ? '' : html,
			dateline,
			view: told.hidden ? { ...view, key: [] } : view,
		};
	};
	const cover = toStep(0);
	const steps = draft.steps.map((_, index) => toStep(index + 1));
	const story: Story = {
		slug,
		lang,
		dir: dirOf(lang),
		title: front.title?.value ?? slug,
		description: front.description?.value ?? '',
		date: front.date?.value,
		updated: front.updated?.value,
		author: front.author?.value,
		sources: front.sources?.value ?? [],
		motion: front.motion?.value ?? 'step',
		...(context.worldview && { worldview: worldviewIn(context.worldview, lang) }),
		basemap: resolveBasemap(front.basemap?.value, context.basemaps, report),
		languages,
		minutes: readingTime([cover, ...steps].map(({ html }) => html)),
		cover,
		steps,
	};
	return {
		story,
		summary: summaryOf(
			story,
			pathOf(
				parts.map(({ map }) => map),
				views,
			),
		),
		shapes: store.shapes,
		images: [...images.values()],
	};
}

/** What a link may lead to besides the steps. */
function anchorsOfPage({ sources }: FrontMatter): string[] {
	return [COVER_ID, 'text', ...(sources?.value.length ? ['sources'] : [])];
}

function worldviewIn(
	{ id, unnamed = [], renamed = {}, towns = [] }: Worldview,
	lang: string,
): StoryWorldview {
	const names = Object.entries(renamed).map(([code, all]) => [code, all[lang] ?? all['en'] ?? code]);
	return { id, unnamed, renamed: Object.fromEntries(names), towns };
}

function emitViews(
	parts: { step: DraftStep; map: ResolvedMap }[],
	draft: Draft,
	context: ViewContext,
): View[] {
	const own = parts.map(({ map }) => (map.keepsView ? [] : focusOf(map, context.store)));
	const named = own.flat();
	const all = named.length ? named : parts.flatMap(({ map }) => map.center ?? []);
	if (all.length === 0 && draft.steps.length) context.report(problems.focusMissing(draft.steps[0]!.at));
	const views: View[] = [];
	parts.forEach(({ step, map }, index) => {
		const asked = step.map?.zoom;
		if (asked && asked.value > CLOSEST_SHOWN && !draft.front.basemap && !map.data.length)
			context.report(problems.zoomClose(asked.at, asked.value, CLOSEST_SHOWN));
		const before = views.at(-1);
		const focus = own[index]!;
		if (map.keepsView && before) return views.push(keepView(before, map));
		const seen = focus.length ? focus : (before?.focus ?? (all.length ? all : NOWHERE));
		const view = emitView(map, seen, context);
		// The cover shows the whole globe, unless its author asks for a zoom.
		return views.push(index === 0 && map.zoom === undefined ? { ...view, whole: true } : view);
	});
	return views;
}

function texts({ map, note }: DraftStep, index: number, heading: string, lang: string) {
	return {
		heading,
		short: map?.short?.value ?? (index === 0 ? wordsFor(lang).cover : heading),
		hidden: map?.hidden?.value ?? false,
		note,
		describe: map?.describe?.value,
	};
}

function datelineOf({ when, dateline }: ResolvedMap, lang: string): Dateline | undefined {
	if (!when) return undefined;
	return { place: dateline?.label, from: when.from, to: when.to, text: datelineText(when, lang) };
}

/** The places of the story in the order of the telling, each once. */
function pathOf(maps: ResolvedMap[], views: View[]): Mark[] {
	const path = new Map<string, Mark>();
	maps.forEach(({ when, dateline }, index) => {
		const first = when && dateline ? [dateline] : [];
		for (const { id, label, at } of [...first, ...views[index]!.marks])
			if (!path.has(id)) path.set(id, { id, label, at });
	});
	return [...path.values()];
}

function summaryOf(story: Story, path: Mark[]): StorySummary {
	const { slug, lang, title, description, date, minutes, languages, cover, steps } = story;
	const dateline = [cover, ...steps].find((step) => step.dateline)?.dateline;
	const stations = steps.filter(({ hidden }) => !hidden).length;
	return { slug, lang, title, description, date, minutes, stations, languages, dateline, path };
}
