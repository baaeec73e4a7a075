import { basemap } from '#lib/server/basemap.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const { archive, relief } = basemap();
	return { archive, relief: relief.archive };
};
