export { SHARE_SIZE, shareSvg, type ShareOptions } from './share-svg';
export type { SetLine, Type, Typesetter } from './typesetter';
