export { alwaysVisible, CROPS, STEP_CROPS, type Crop, type CropName } from './crop';
export { baselines, STYLES, type Label } from './label';
export { limbRadius, middleOf } from './projection';
export { renderStill, stillCamera, type StillOptions } from './render-still';
export { parseTokens, type Setting, type Tokens } from './tokens';
export { escapeXml } from './text';
export { prepareWorld } from './prepare-world';
export { type City, type NamedPoint, type Names, type Water, type World, type WorldSource } from './world';
export { tokenRules } from './style-sheet';
