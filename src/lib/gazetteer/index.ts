export {
	createGazetteer,
	type Candidate,
	type FindOptions,
	type Found,
	type Gazetteer,
	type Unit,
} from './create-gazetteer';
export { nearest } from './edit-distance';
export { fold } from './fold';
export { isArea, nameOf, type Names, type Place, type PlaceKind } from './place';
export type { Region, RegionsFile } from './regions';
export { countryIn, seenFrom, type Worldview } from './worldview';
