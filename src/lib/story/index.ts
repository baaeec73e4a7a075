export type * from './geography';
export { formatProblem, type Problem } from './problem';
export type * from './story';
