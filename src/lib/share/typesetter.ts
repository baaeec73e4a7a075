/** How a line of type is set. */
export interface Type {
	face: 'serif' | 'serif-italic' | 'sans';
	/** Px. */
	size: number;
	weight: number;
	/** Letter spacing, em. */
	spacing?: number;
}

/** A line as outlines, its baseline's start at the origin, y downwards, px. */
export interface SetLine {
	/** Data of an SVG path. */
	path: string;
	/** Without the spacing behind the last letter. */
	width: number;
}

/**
 * Turns a line into outlines, so that a picture looks the same wherever it is made. `null` where the faces lack one of
 * its letters: no picture shows empty boxes.
 */
export type Typesetter = (text: string, type: Type) => SetLine | null;
