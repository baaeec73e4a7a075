import { flight, frame, type Camera, type Flight, type Insets, type Screen } from '#lib/geo/index.ts';
import type { Story } from '#lib/story/index.ts';
import { placeOf } from './place-of';
import { smoothstep } from './ease';

/** A screen, and what of it bars and cards cover where the map rests: on the cover and in all steps. */
export interface StoryScreen extends Screen {
	cover: Insets;
	steps: Insets;
}

/**
 * Where the map is looked at from. A pure function: the same story, progress and screen give the same camera, whichever
 * way the reader came.
 *
 * @param progress where the reader is, in steps: `n` where step n (0 is the cover) begins to be read, up to `n + ½` where
 * it has been read, then the way to step n + 1. With `motion: step` there are no ways: the map rests until the next step.
 */
export function cameraAt(story: Story, progress: number, screen: StoryScreen): Camera {
	const { step, way } = placeOf(story, progress);
	if (story.motion === 'step' || way === 0) return restAt(story, step, screen);
	return flightFrom(story, step, screen).at(smoothstep(way));
}

/** Where the map rests while a step is read. @param step 0 is the cover */
export function restAt(story: Story, step: number, screen: StoryScreen): Camera {
	return journey(story, screen).rest(step);
}

/** The way from a step to the next. @param step not the last */
export function flightFrom(story: Story, step: number, screen: StoryScreen): Flight {
	return journey(story, screen).flight(step);
}

/** What has been computed for a story on a screen, so that no frame computes it again. */
interface Journey {
	story: Story;
	rest(step: number): Camera;
	flight(step: number): Flight;
}

/** By screen, the object itself: who measures the page anew makes a new one. */
const journeys = new WeakMap<StoryScreen, Journey>();

function journey(story: Story, screen: StoryScreen): Journey {
	const known = journeys.get(screen);
	if (known?.story === story) return known;
	const rests = new Map<number, Camera>();
	const flights = new Map<number, Flight>();
	const made: Journey = {
		story,
		rest: (step) =>
			remember(rests, step, () => {
				const { view } = step === 0 ? story.cover : story.steps[step - 1]!;
				return frame(view, screen, step === 0 ? screen.cover : screen.steps);
			}),
		flight: (step) => remember(flights, step, () => flight(made.rest(step), made.rest(step + 1), screen)),
	};
	journeys.set(screen, made);
	return made;
}

function remember<T>(known: Map<number, T>, key: number, make: () => T): T {
	const before = known.get(key);
	if (before) return before;
	const value = make();
	known.set(key, value);
	return value;
}
