export type { Candidate } from './candidate';
export { kindInWords } from './candidate';
export {
	createGazetteer,
	type FindOptions,
	type Found,
	type Gazetteer,
	type GazetteerFiles,
	type Unit,
} from './create-gazetteer';
export { nearest } from './edit-distance';
export { fold } from './fold';
export { inflections } from './inflections';
export type { Match, NameTable } from './name-table';
export { hasFrame, isArea, nameOf, type Names, type Place, type PlaceKind } from './place';
export type { Region, RegionsFile } from './regions';
export { countryIn, seenFrom, type Worldview } from './worldview';
