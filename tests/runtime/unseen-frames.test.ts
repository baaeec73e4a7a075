import { describe, expect, it } from 'vitest';
import type { MapLibreMap } from '#lib/runtime/map/maplibre.ts';
import { leaveOutUnseen } from '#lib/runtime/map/unseen-frames.ts';

const TIMEOUT_EXPIRED = 37147;
const CONDITION_SATISFIED = 37148;
const WAIT_FAILED = 37149;

class Painter {
	readonly drawn: string[] = [];
	/** How it stands with the last frame that was sent. */
	state = CONDITION_SATISFIED;
	/** Fences that nobody has deleted. */
	fences = 0;
	readonly context = {
		gl: {
			TIMEOUT_EXPIRED,
			clientWaitSync: () => this.state,
			fenceSync: () => (this.fences++, {}),
			deleteSync: (fence: object | null) => void (fence && this.fences--),
			flush: () => undefined,
		},
	};

	render(frame: string) {
		this.drawn.push(frame);
	}
}

function leaveOut() {
	const painter = new Painter();
	return { painter, drawAll: leaveOutUnseen({ painter } as unknown as MapLibreMap) };
}

describe('frames that nobody sees', () => {
	it('are left out until the one before is drawn', () => {
		const { painter } = leaveOut();
		painter.render('first');
		painter.state = TIMEOUT_EXPIRED;
		painter.render('second');
		painter.render('third');
		painter.state = CONDITION_SATISFIED;
		painter.render('fourth');
		expect(painter.drawn).toEqual(['first', 'fourth']);
	});

	it('are drawn, all of them, once they are seen, and nothing is left of what was waited for', () => {
		const { painter, drawAll } = leaveOut();
		painter.render('first');
		painter.state = TIMEOUT_EXPIRED;
		drawAll();
		painter.render('second');
		painter.render('third');
		expect(painter.drawn).toEqual(['first', 'second', 'third']);
		expect(painter.fences).toBe(0);
		expect(Object.hasOwn(painter, 'render')).toBe(false);
	});

	it('wait for no graphics that cannot say how far they are', () => {
		const { painter } = leaveOut();
		painter.state = WAIT_FAILED;
		painter.render('first');
		painter.render('second');
		expect(painter.drawn).toEqual(['first', 'second']);
	});

	it('keep one fence at a time', () => {
		const { painter } = leaveOut();
		for (const frame of ['first', 'second', 'third']) painter.render(frame);
		expect(painter.fences).toBe(1);
	});
});
