import type { MapLibreMap } from './maplibre';

/** A copy of a picture that lies over the map while the next one is made under it. */
export class Ghost {
	#canvas: HTMLCanvasElement | undefined;
	#fading: Promise<void> | undefined;

	/** @param paper colour of the space around a globe, which is transparent */
	lay(map: MapLibreMap, container: HTMLElement, paper: string): void {
		this.remove();
		const canvas = map.getCanvas();
		const copy = document.createElement('canvas');
		copy.width = canvas.width;
		copy.height = canvas.height;
		Object.assign(copy.style, {
			position: 'absolute',
			inset: '0',
			width: '100%',
			height: '100%',
			background: paper,
			pointerEvents: 'none',
		});
		map.redraw(); // WebGL's picture can be read only in the task that drew it
		copy.getContext('2d')?.drawImage(canvas, 0, 0);
		container.append(copy);
		this.#canvas = copy;
	}

	remove(): void {
		this.#canvas?.remove();
		this.#canvas = undefined;
		this.#fading = undefined;
	}

	/** Resolves when it is gone; asked twice, it fades once. */
	fade(): Promise<void> {
		const canvas = this.#canvas;
		if (!canvas) return Promise.resolve();
		return (this.#fading ??= canvas
			.animate({ opacity: 0 }, { duration: 260, easing: 'ease-in-out' })
			.finished.then(
				() => this.#canvas === canvas && this.remove(),
				() => undefined, // removed meanwhile
			)
			.then(() => undefined));
	}
}
