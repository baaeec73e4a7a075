import type { TransformConstrain } from './maplibre';

/** The story's cameras are computed; MapLibre is not to correct them. */
export const ANYWHERE: TransformConstrain = (center, zoom) => ({ center, zoom });
