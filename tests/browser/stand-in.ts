import { expect as impatient, type Page } from 'playwright/test';
import { expectWholeText } from './story-words';

/** A map that has to be started anew, in software and on a busy machine, takes its time. */
export const expect = impatient.configure({ timeout: 45_000 });

export const STORY = '/de/two-days-in-china/';

/** What a reader is told while a still map stands in, and while there is no connection. */
export const UNAVAILABLE = 'Ein Standbild vertritt die bewegte Karte.';
export const OFFLINE = 'Keine Verbindung. Was geladen ist, bleibt.';

/** Scrolls to a step without waiting for a map, and waits until the page has taken it. */
export async function scrollToStep(page: Page, id: string): Promise<void> {
	await page.evaluate((step) => {
		if (step === 'cover') scrollTo({ top: 0, behavior: 'instant' });
		else document.getElementById(step)!.scrollIntoView({ block: 'start', behavior: 'instant' });
	}, id);
	await expect(page.locator('[data-step]')).toHaveAttribute('data-step', id);
}

/** The still of a step, and no other, stands where the live map would; the live map is not to be seen, all text is. */
export async function expectStandIn(page: Page, step: string): Promise<void> {
	await expect(page.locator('.stage')).toBeHidden();
	await expect.poll(() => shownStills(page)).toEqual([step]);
	await expectWholeText(page);
}

/** The live map is to be seen, at rest, and no still; all text is there, and no notice. */
export async function expectLiveMap(page: Page, { notice = '' } = {}): Promise<void> {
	await expect(page.locator('[data-map]')).toHaveAttribute('data-map', 'idle');
	await expect(page.locator('.stage canvas')).toHaveCount(1);
	await expect(page.locator('.stage canvas')).toBeVisible();
	await expect.poll(() => shownStills(page)).toEqual([]);
	await expect(page.getByRole('status')).toHaveText(notice);
	await expectWholeText(page);
}

/** Ids of the sections whose still is loaded and to be seen in the window, in the part of it that the map has. */
function shownStills(page: Page): Promise<string[]> {
	return page.locator('main section[id]').evaluateAll((sections) => {
		const stage = document.querySelector('.stage')!.getBoundingClientRect();
		return sections
			.filter((section) => {
				const image = section.querySelector<HTMLImageElement>('.still img')!;
				if (!image.checkVisibility({ visibilityProperty: true }) || !image.naturalWidth) return false;
				const box = image.getBoundingClientRect();
				return box.bottom > stage.top + 40 && box.top < stage.bottom - 40;
			})
			.map(({ id }) => id);
	});
}
