export { deckOf, type DeckOptions } from './deck-of';
export { FRAMES, HEADINGS, SET, type Frame } from './frames';
export { guessWidth, WIDE, type Face, type Measure } from './measure';
