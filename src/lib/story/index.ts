export { isArchiveAddress, type BasemapAddresses, type CreditPart, type OwnBasemap } from './basemap';
export type * from './deck';
export type * from './geography';
export { dirOf, isLanguage, isLanguageTag } from './language';
export { formatProblem, type Problem } from './problem';
export { originOf } from './origin';
export type * from './story';
