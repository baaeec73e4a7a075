import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { angleBetween, freeArea, projector, type Camera } from '#lib/geo/index.ts';
import { cameraAt, flightFrom, restAt, type StoryScreen } from '#lib/runtime/camera/camera-at.ts';
import { story as readStory } from '#lib/server/stories.ts';
import type { LonLat } from '#lib/story/index.ts';

const flagship = { ...readStory('de', 'two-days-in-china')!.story, motion: 'scrub' as const };
const ways = flagship.steps.map((step, index) => ({ index, to: step.id }));

const DESKTOP: StoryScreen = {
	width: 1280,
	height: 800,
	cover: { top: 72, right: 0, bottom: 27, left: 589 },
	steps: { top: 72, right: 0, bottom: 27, left: 500 },
};
const band = { top: 0, right: 0, bottom: 26, left: 0 };
const PHONE: StoryScreen = { width: 390, height: 354, cover: band, steps: band };

/** One in seven of the gazetteer's towns: land that a reader could know. */
const towns: LonLat[] = readFileSync('geodata/built/places.tsv', 'utf8')
	.split('\n')
	.slice(1)
	.map((row) => row.split('\t'))
	.filter(([, kind], index) => kind === 'city' && index % 7 === 0)
	.map(([, , , , lat, lon]) => ({ lon: Number(lon), lat: Number(lat) }));

/** Towns in the middle half of what the text leaves free. */
function townsInTheMiddle(camera: Camera, screen: StoryScreen): number {
	const { left, right, top, bottom } = freeArea(screen, screen.steps);
	const project = projector(camera, screen);
	const within = (value: number, from: number, to: number) =>
		value > from + (to - from) / 4 && value < to - (to - from) / 4;
	return towns.filter((town) => {
		const { x, y, visible } = project(town);
		return visible && within(x, left, right) && within(y, top, bottom);
	}).length;
}

describe.each([
	['a desktop', DESKTOP],
	['a phone', PHONE],
])("the flagship's flights on %s", (_, screen) => {
	it.each(ways)('always have land in the middle of the picture: to $to', ({ index }) => {
		for (let way = 0; way <= 1; way += 0.05) {
			const camera = cameraAt(flagship, index + 0.5 + way / 2, screen);
			expect(townsInTheMiddle(camera, screen), JSON.stringify({ way, camera })).toBeGreaterThan(0);
		}
	});

	it.each(ways)('show both ends at once at their top, or need not rise: to $to', ({ index }) => {
		const [from, to] = [restAt(flagship, index, screen), restAt(flagship, index + 1, screen)];
		const sees =
			({ center }: Camera) =>
			(camera: Camera) => {
				const { x, y } = projector(camera, screen)(center);
				return x > 0 && x < screen.width && y > 0 && y < screen.height;
			};
		const flight = flightFrom(flagship, index, screen);
		const cameras = Array.from({ length: 41 }, (_, step) => flight.at(step / 40));
		expect(cameras.some((camera) => sees(from)(camera) && sees(to)(camera))).toBe(true);
	});

	it.each(ways)('zoom out no further than the way asks for: to $to', ({ index }) => {
		const [from, to] = [restAt(flagship, index, screen), restAt(flagship, index + 1, screen)];
		const flight = flightFrom(flagship, index, screen);
		const lowest = Math.min(...Array.from({ length: 41 }, (_, step) => flight.at(step / 40).zoom));
		const ends = Math.min(from.zoom, to.zoom);
		const arc = (angleBetween(from.center, to.center) * Math.PI) / 180;
		const whole = Math.log2((screen.width / Math.max(arc, 1e-9)) * ((2 * Math.PI) / 512)) - 1.6;
		expect(lowest).toBeGreaterThan(Math.min(ends, whole) - 0.35);
	});
});
