import fc from 'fast-check';
import type { StoryScreen } from '#lib/runtime/camera/camera-at.ts';
import type { LonLat, Step, Story, View } from '#lib/story/index.ts';

const place: fc.Arbitrary<LonLat> = fc.oneof(
	{ weight: 4, arbitrary: at(-180, 180, -84, 84) },
	{ weight: 1, arbitrary: at(175, 180, -84, 84) },
	{ weight: 1, arbitrary: at(-180, -175, -84, 84) },
	{ weight: 1, arbitrary: at(-180, 180, 80, 85) },
	{ weight: 1, arbitrary: at(-180, 180, -85, -80) },
);

function at(west: number, east: number, south: number, north: number): fc.Arbitrary<LonLat> {
	return fc.record({
		lon: fc.double({ min: west, max: east, noNaN: true }),
		lat: fc.double({ min: south, max: north, noNaN: true }),
	});
}

/** One place, some of a region, or some from anywhere; the globe only where the compiler would choose it. */
const view: fc.Arbitrary<View> = fc
	.record({
		first: place,
		others: fc.array(
			fc.tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.double({ min: -8, max: 8, noNaN: true })),
			{
				maxLength: 4,
			},
		),
		far: fc.option(place, { freq: 3, nil: undefined }),
		maxZoom: fc.double({ min: 3, max: 9, noNaN: true }),
		pitch: fc.constantFrom(0, 0, 0, 30, 50),
		bearing: fc.constantFrom(0, 0, 0, -60, 135, 180),
		kept: fc.boolean(),
	})
	.map(({ first, others, far, maxZoom, pitch, bearing }) => {
		const near = others.map(([lon, lat]) => ({
			lon: ((first.lon + lon + 540) % 360) - 180,
			lat: Math.max(-85, Math.min(85, first.lat + lat)),
		}));
		const focus = [first, ...near, ...(far ? [far] : [])];
		return {
			focus,
			projection: far ? 'flat' : 'globe',
			maxZoom,
			pitch: far ? 0 : pitch,
			bearing: far ? 0 : bearing,
			marks: [],
			highlights: [],
			routes: [],
			borders: [],
			data: [],
			key: [],
		} satisfies View;
	});

function step(id: string, view: View): Step {
	return { id, heading: id, short: id, html: '', hidden: false, describe: id, view };
}

/** Stories of one to five steps; some keep the view before. */
export const stories: fc.Arbitrary<Story> = fc
	.record({
		views: fc.array(fc.tuple(view, fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 6 }),
		motion: fc.constantFrom('scrub' as const, 'scrub' as const, 'scrub' as const, 'step' as const),
	})
	.map(({ views, motion }) => {
		let last = views[0]![0];
		const [cover, ...steps] = views.map(([own, keeps], index) => {
			const kept = index > 0 && keeps === 0;
			last = kept ? { ...last, kept: true } : own;
			return step(index ? `step-${index}` : 'cover', last);
		});
		return {
			slug: 'made-up',
			lang: 'en',
			dir: 'ltr',
			title: 'Made up',
			description: '',
			sources: [],
			motion,
			languages: ['en'],
			minutes: 1,
			cover: cover!,
			steps,
		};
	});

/** From a small phone's band to a wide window with the sheet at one side. */
export const screens: fc.Arbitrary<StoryScreen> = fc.oneof(
	fc
		.record({ width: fc.integer({ min: 320, max: 480 }), height: fc.integer({ min: 220, max: 420 }) })
		.map((size): StoryScreen => {
			const insets = { top: 0, right: 0, bottom: 24, left: 0 };
			return { ...size, cover: insets, steps: insets };
		}),
	fc
		.record({ width: fc.integer({ min: 900, max: 2560 }), height: fc.integer({ min: 600, max: 1440 }) })
		.map((size): StoryScreen => ({
			...size,
			cover: { top: 72, right: 0, bottom: 30, left: Math.round(size.width * 0.46) },
			steps: { top: 72, right: 0, bottom: 30, left: 500 },
		})),
);

/** How a story lies in the page: how much scroll each step takes, CSS px. A step is as high as a window, or as its text. */
export const stepLengths = fc.array(fc.integer({ min: 420, max: 2600 }), { minLength: 6, maxLength: 6 });
