import type { Insets, Rect, Screen } from '#lib/geo/index.ts';

/** `3x2` for boxes of proportions 1 to 2 (width to height), `4x5` for boxes of 0.5 to 1.2 and all phones, `wide` for the front page. */
export type CropName = '3x2' | '4x5' | 'wide';

/** The formats in which stills are drawn. */
export interface Crop {
	/** Nominal size of the picture, px. */
	width: number;
	height: number;
	/**
	 * The screen for which it is drawn; type and lines have their true size here. Smaller than the nominal size, because
	 * pictures are seen in columns and on phones: at 390 px the 4x5 crop's place names are 12 px high.
	 */
	screen: Screen;
	/** What `object-fit: cover` may cut off, in px of `screen`. */
	insets: Insets;
}

/** In which a step's still is drawn; the other is the front page's. */
export const STEP_CROPS = ['3x2', '4x5'] as const satisfies CropName[];

export const CROPS: Record<CropName, Crop> = {
	'3x2': crop(1200, 800, 960, [1, 2]),
	'4x5': crop(800, 1000, 480, [0.5, 1.2]),
	// A band across the window, whose middle stands over a column a third of the way in.
	wide: {
		width: 1800,
		height: 1200,
		screen: { width: 1800, height: 1200 },
		insets: { top: 400, right: 440, bottom: 400, left: 440 },
	},
};

/** The part of the picture that every box of the crop's proportions shows, px of its screen. */
export function alwaysVisible({ screen, insets }: Crop): Rect {
	return {
		left: insets.left,
		top: insets.top,
		right: screen.width - insets.right,
		bottom: screen.height - insets.bottom,
	};
}

/** The narrowest box cuts off the sides, the widest box top and bottom. */
function crop(
	width: number,
	height: number,
	drawnWidth: number,
	[narrowest, widest]: [number, number],
): Crop {
	const screen = { width: drawnWidth, height: (drawnWidth * height) / width };
	const side = (screen.width - screen.height * narrowest) / 2;
	const end = (screen.height - screen.width / widest) / 2;
	return { width, height, screen, insets: { top: end, right: side, bottom: end, left: side } };
}
