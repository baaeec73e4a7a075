import { expect, type Page } from 'playwright/test';

export const SLIDES = '/de/two-days-in-china/slides/';

/** Lets this page have no WebGL, so that the stills stand in: for tests whose subject is not the map, which costs seconds. */
export async function withoutMap(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const { getContext } = HTMLCanvasElement.prototype;
		HTMLCanvasElement.prototype.getContext = function (
			this: HTMLCanvasElement,
			kind: string,
			...rest: never[]
		) {
			return kind.startsWith('webgl') ? null : getContext.call(this, kind as '2d', ...rest);
		} as typeof getContext;
	});
}

/** Opens a deck and waits until it is alive. */
export async function openDeck(page: Page, address = SLIDES): Promise<void> {
	await page.goto(address);
	await expect(page.locator('.deck')).toHaveClass(/alive/);
}

/** Waits until the deck shows a slide, and a part of it, from 1. */
export async function expectSlide(page: Page, id: string, part = 1): Promise<void> {
	const deck = page.locator('.deck');
	await expect(deck).toHaveAttribute('data-step', id);
	await expect(deck).toHaveAttribute('data-part', String(part));
	await expect(page.locator('.slide.active')).toHaveCount(1);
	await expect(page.locator('.slide.active')).toHaveId(part > 1 ? `/${id}/${part}` : `/${id}`);
}
