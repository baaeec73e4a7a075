export { createWorld, topologySeenFrom, type World } from './3-emit/world';
export { compileStory, languageOf, type Compiled, type CompileInput } from './compile-story';
export { copyName, type ImageFacts, type StoryImage } from './2-resolve/resolve-image';
export type { ServedBasemaps } from './2-resolve/resolve-basemap';
export { parseBasemap } from './parse-basemap';
export { problems as catalogue } from './problems';
