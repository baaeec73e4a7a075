export { contour, isCut, longitudeSpan, nearestLongitude, unwrapLongitudes } from './antimeridian';
export {
	clampLatitude,
	fromMercator,
	globeRadius,
	lens,
	MAX_LATITUDE,
	mercator,
	middleOfLens,
	projector,
	radiusForLimb,
	recenter,
	zoomForRadius,
	type Camera,
	type Insets,
	type Screen,
	type ScreenPoint,
	type Sighting,
} from './camera';
export { enclosingCap, projectionFor, WIDEST_GLOBE_CAP, type Cap } from './enclosing-cap';
export { flight, type Flight } from './flight';
export { frame, type Framing } from './frame';
export { freeArea, type Rect } from './free-area';
export { framingOutline, mainBody, outermostPoints } from './framing-outline';
export { greatCircle } from './great-circle';
export { groundAt } from './ground-at';
export { hatch, type PlanePoint, type Segment } from './hatch';
export { labelPoint } from './label-point';
export { overviewCenter, overviewKey } from './overview-center';
export { angleBetween, distanceKm, EARTH_RADIUS_KM, offsetBy, wrapLongitude } from './sphere';
