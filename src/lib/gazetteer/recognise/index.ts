export { readLexicon, type Lexicon, type LexiconFile } from './lexicon';
export { recognise, type Mention, type Recognised, type RecogniseOptions } from './recognise';
