/**
 * What a map needs only once it has been seen: what regions draw, flights, the reader's hands, what is done at rest. It is fetched after
 * the first picture, in one piece, so that the first picture comes sooner.
 */
export { flight } from '#lib/geo/index.ts';
export { atRest } from '../at-rest';
export { drawing } from './drawing';
export { Ghost } from './ghost';
export { LookAround } from './look-around';
export { QualityKeeper } from './quality-keeper';
export { RouteTips } from './route-tip';
export { travelEase, travelTime } from './travel';
