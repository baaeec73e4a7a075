import { basemap } from '#lib/server/basemap.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ archive: basemap().archive });
