import { ofFiles } from './problems/of-files';
import { ofMaps } from './problems/of-maps';
import { ofText } from './problems/of-text';
import { ofValues } from './problems/of-values';
import { ofTranslations } from './problems/of-translations';

/** Every problem that a story can have: its code, what is wrong, and what to write instead. */
export const problems = { ...ofFiles, ...ofMaps, ...ofText, ...ofValues, ...ofTranslations };
