export { deckOf, type DeckOptions } from './deck-of';
export { FRAMES, SET, type Frame } from './frames';
export { guessWidth, WIDE, type Face, type Measure } from './measure';
