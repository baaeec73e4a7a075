import { publication } from '#lib/server/theme.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => ({ publication: publication() });
