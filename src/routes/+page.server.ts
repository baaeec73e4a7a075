import { frontPage } from '#lib/server/front.ts';
import type { PageServerLoad } from './$types';

/** The German front page is the site's. */
export const load: PageServerLoad = () => frontPage('de');
