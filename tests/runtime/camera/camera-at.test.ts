import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeArea, globeRadius, projector, type Camera, type Screen } from '#lib/geo/index.ts';
import { cameraAt, flightFrom, restAt, type StoryScreen } from '#lib/runtime/camera/camera-at.ts';
import { layersAt } from '#lib/runtime/camera/layers-at.ts';
import { flightScroll, scrollProgress } from '#lib/runtime/scroll/scroll-progress.ts';
import { scrollPosition } from '#lib/runtime/scroll/scroll-position.ts';
import type { Story } from '#lib/story/index.ts';
import { screens, stepLengths, stories } from './stories';

const CASES = { numRuns: 10_000 };

/**
 * What the camera may change by one px of scroll, see `pictureChange`: at most this however short the steps are, and
 * this share of its flight, at the flight's highest pace.
 */
const MOST_CHANGE = { ever: 0.1, ofFlight: 1.5 * 2.6 };

/** The progress of a reader who has scrolled so far, and the page that they scroll. */
function scrolled(story: Story, screen: StoryScreen, lengths: number[], scroll: number): number {
	let top = 0;
	const cards = [story.cover, ...story.steps].map((_, index) => {
		const card = { top, bottom: top + lengths[index]! };
		top = card.bottom;
		return card;
	});
	const position = scrollPosition(cards, scroll);
	const isLast = position.index === story.steps.length;
	const way =
		isLast || story.motion === 'step'
			? 0
			: flightScroll(flightFrom(story, position.index, screen).length, lengths[position.index]!);
	return scrollProgress(position, lengths[position.index]!, way);
}

/** How much one picture differs from another: screens by which its middle has moved, doublings, turns, shift of the middle. */
function pictureChange(a: Camera, b: Camera, screen: Screen): number {
	const seen = projector({ ...a, offset: { x: 0, y: 0 } }, screen)(b.center);
	const moved = Math.hypot(seen.x - screen.width / 2, seen.y - screen.height / 2) / screen.width;
	const scale = Math.abs(Math.log2(globeRadius(a.zoom, a.center.lat) / globeRadius(b.zoom, b.center.lat)));
	const turned = Math.abs(((b.bearing - a.bearing + 540) % 360) - 180) / 360;
	const tilted = Math.abs(b.pitch - a.pitch) / 90;
	const shifted = Math.hypot(a.offset.x - b.offset.x, a.offset.y - b.offset.y) / screen.width;
	return moved + scale + turned + tilted + shifted;
}

const journeys = fc.record({
	story: stories,
	screen: screens,
	lengths: stepLengths,
	where: fc.double({ min: 0, max: 1, noNaN: true }),
});

const total = (story: Story, lengths: number[]) =>
	lengths.slice(0, story.steps.length + 1).reduce((sum, length) => sum + length, 0);

describe('the camera', () => {
	it('is the same at the same place, whichever way the reader came, and so are the layers', () => {
		fc.assert(
			fc.property(
				journeys,
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
				(journey, history) => {
					const { story, screen, lengths, where } = journey;
					const look = (share: number, on: StoryScreen) => {
						const progress = scrolled(story, on, lengths, share * total(story, lengths));
						return { camera: cameraAt(story, progress, on), layers: layersAt(story, progress) };
					};
					for (const before of history) look(before, screen);
					const fresh = structuredClone(screen);
					expect(look(where, screen)).toEqual(look(where, fresh));
				},
			),
			CASES,
		);
	});

	it('changes by little from one px of scroll to the next, near the poles and over the antimeridian too', () => {
		fc.assert(
			fc.property(
				journeys.filter(({ story }) => story.motion === 'scrub'),
				({ story, screen, lengths, where }) => {
					const scroll = Math.floor(where * (total(story, lengths) - 2));
					const [from, to] = [scroll, scroll + 1].map((at) => scrolled(story, screen, lengths, at));
					const [a, b] = [cameraAt(story, from!, screen), cameraAt(story, to!, screen)];
					const step = Math.min(Math.floor(from!), story.steps.length - 1);
					const { length } = flightFrom(story, step, screen);
					const share = 1 / (flightScroll(length, lengths[step]!) || Infinity);
					const change = pictureChange(a, b, screen);
					const told = JSON.stringify({ a, b, length, share });
					expect(change, told).toBeLessThan(MOST_CHANGE.ever);
					expect(change, told).toBeLessThan(MOST_CHANGE.ofFlight * length * share + 1e-6);
				},
			),
			CASES,
		);
	});

	it('rests with all of the focus in what the text leaves free while a step is read', () => {
		fc.assert(
			fc.property(
				stories,
				screens,
				fc.nat(),
				fc.double({ min: 0, max: 0.5, noNaN: true }),
				(story, screen, n, read) => {
					const step = n % (story.steps.length + 1);
					const { view } = [story.cover, ...story.steps][step]!;
					const free = freeArea(screen, step === 0 ? screen.cover : screen.steps);
					const camera = cameraAt(story, step + read, screen);
					expect(camera).toEqual(restAt(story, step, screen));
					for (const point of view.focus) {
						const { x, y, visible } = projector(camera, screen)(point);
						const told = JSON.stringify({ camera, point, x, y });
						expect(visible, told).toBe(true);
						expect(x > free.left && x < free.right && y > free.top && y < free.bottom, told).toBe(true);
					}
				},
			),
			CASES,
		);
	});

	it('stays where it is beyond both ends of the story', () => {
		fc.assert(
			fc.property(stories, screens, (story, screen) => {
				expect(cameraAt(story, -3, screen)).toEqual(restAt(story, 0, screen));
				expect(cameraAt(story, 99, screen)).toEqual(restAt(story, story.steps.length, screen));
				expect(cameraAt(story, NaN, screen)).toEqual(restAt(story, 0, screen));
			}),
			{ numRuns: 200 },
		);
	});
});
