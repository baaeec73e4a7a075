export { alwaysVisible, CROPS, STEP_CROPS, type Crop, type CropName } from './crop';
export { renderStill, stillCamera, type StillOptions } from './render-still';
export { parseTokens, type Tokens } from './tokens';
export { prepareWorld } from './prepare-world';
export { type City, type NamedPoint, type Names, type Water, type World, type WorldSource } from './world';
