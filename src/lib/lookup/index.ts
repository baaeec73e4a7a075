export { openLookup, type Lookup } from './open-lookup';
export type { Answer, PlaceFacts } from './protocol';
