import type { Story } from '#lib/story/index.ts';
import type { Scene } from '../map/stage';
import type { ScrollPosition } from '../scroll/scroll-position';
import { flightScroll, scrollProgress } from '../scroll/scroll-progress';
import { cameraAt, flightFrom, restAt, type StoryScreen } from './camera-at';
import { layersAt } from './layers-at';
import { placeOf } from './place-of';

/**
 * Where a reader is in a story whose map follows the scrolling; see `cameraAt`.
 *
 * @param stepLength scroll that the step takes, CSS px
 */
export function followedProgress(
	story: Story,
	position: ScrollPosition,
	stepLength: number,
	screen: StoryScreen,
): number {
	const isLast = position.index === story.steps.length;
	const flown = isLast ? 0 : flightFrom(story, position.index, screen).length;
	return scrollProgress(position, stepLength, flightScroll(flown, stepLength));
}

/** The whole picture at a progress through a story. */
export function sceneAt(story: Story, progress: number, screen: StoryScreen): Scene {
	const { step, way } = placeOf(story, progress);
	const insets = (of: number) => (of === 0 ? screen.cover : screen.steps);
	return {
		camera: cameraAt(story, progress, screen),
		insets: insets(step),
		isOnWay: way > 0,
		steps: layersAt(story, progress).map(({ step: drawn, ...shown }) => ({
			...shown,
			view: (drawn === 0 ? story.cover : story.steps[drawn - 1]!).view,
			rest: restAt(story, drawn, screen),
			insets: insets(drawn),
		})),
	};
}
