export { hangsAt, LEADERS, NAME_HEIGHT, SIGNATURE, type Leader, type Toward } from './leader';
export { Occupied } from './occupied';
export { placeMarks, type MarkAt, type PlacedMark, type Room } from './place-marks';
export { placePoint, POINT, POINT_HANGS } from './place-point';
export { alongLine, around, grow, overlaps, within } from './rect';
