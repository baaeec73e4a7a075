export { readLexicon, type Lexicon, type LexiconFile } from './lexicon';
export type { Mention } from './mention';
export { recognise, type Recognised, type RecogniseOptions } from './recognise';
