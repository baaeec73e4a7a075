import type { Story } from '#lib/story/index.ts';
import { smoothstep } from './ease';
import { placeOf } from './place-of';
import { routeProgress } from './route-progress';

/** What of a step's drawings is to be seen. */
export interface StepLayers {
	/** The step that they were drawn for: where a step keeps the view before, that one. 0 is the cover. */
	step: number;
	/** Which of the map's two sets of layers they are drawn in: neighbours never share one. */
	slot: 0 | 1;
	/** 0…1, above 0. */
	opacity: number;
	/** How much of its routes is drawn, 0…1. */
	route: number;
}

/** On the way from step to step the drawings of one dissolve into those of the other, as shares of the way. */
const DISSOLVE = { from: 0.25, to: 0.75 };

/**
 * What the map draws over its ground. A pure function, as `cameraAt` is: no step leaves anything behind in another.
 *
 * @returns the drawings of one step, or of two that dissolve into one another
 */
export function layersAt(story: Story, progress: number): StepLayers[] {
	const { step, read, way } = placeOf(story, progress);
	const here = drawn(story, step);
	const next = drawn(story, step + 1);
	const shown = { ...here, opacity: 1, route: here.step === step ? routeProgress(read) : 1 };
	if (story.motion === 'step' || way === 0 || next.step === here.step) return [shown];
	const dissolved = smoothstep((way - DISSOLVE.from) / (DISSOLVE.to - DISSOLVE.from));
	return [
		{ ...shown, opacity: 1 - dissolved },
		{ ...next, opacity: dissolved, route: 0 },
	].filter(({ opacity }) => opacity > 0);
}

type Drawn = Pick<StepLayers, 'step' | 'slot'>;

const drawnSteps = new WeakMap<Story, Drawn[]>();

/** Where the drawings of a step come from, and in which slot they lie. */
function drawn(story: Story, step: number): Drawn {
	const known = drawnSteps.get(story) ?? drawnOf(story);
	drawnSteps.set(story, known);
	return known[Math.min(step, story.steps.length)]!;
}

function drawnOf({ cover, steps }: Story): Drawn[] {
	let last: Drawn = { step: 0, slot: 0 };
	return [cover, ...steps].map(({ view }, step) => {
		if (step > 0 && !view.kept) last = { step, slot: last.slot === 0 ? 1 : 0 };
		return last;
	});
}
