import type { LonLat, ProjectionName } from '#lib/story/index.ts';
import { nearestLongitude } from './antimeridian';
import { offsetBy, RADIANS, toVector, wrapLongitude } from './sphere';

/** Size of the map's canvas in CSS px. */
export interface Screen {
	width: number;
	height: number;
}

/** How far bars, cards and controls reach into the screen from each edge, CSS px. */
export interface Insets {
	top: number;
	right: number;
	bottom: number;
	left: number;
}

/** Where the map is looked at from. All that MapLibre, the stills and the tests need to draw the same picture. */
export interface Camera {
	center: LonLat;
	/** Web Mercator zoom, 512 px tiles, at the centre's latitude. */
	zoom: number;
	projection: ProjectionName;
	/** Degrees, 0 looks straight down. */
	pitch: number;
	/** Degrees clockwise from north. */
	bearing: number;
	/** Where the centre stands, measured from the middle of the screen, CSS px, y downwards. */
	offset: { x: number; y: number };
}

/** A point on the screen, CSS px from its top left corner. Not `visible` when off screen or behind the horizon. */
export interface ScreenPoint {
	x: number;
	y: number;
	visible: boolean;
}

/** Latitude at which Web Mercator ends, and beyond which MapLibre's camera never goes. Degrees. */
export const MAX_LATITUDE = 85.051129;

/** MapLibre's tile size, CSS px: the width of the world at zoom 0. */
const TILE_SIZE = 512;

/** MapLibre's vertical field of view is 36.87°: the camera hangs 1.5 screen heights above the map. */
export const CAMERA_DISTANCE = 1.5;

/** Radius in px of the globe at a zoom and latitude: one degree of arc is as long as on the flat map there. */
export function globeRadius(zoom: number, lat: number): number {
	return (TILE_SIZE * 2 ** zoom) / (2 * Math.PI * Math.cos(lat * RADIANS));
}

/** Inverse of {@link globeRadius}. */
export function zoomForRadius(radius: number, lat: number): number {
	return Math.log2((radius * 2 * Math.PI * Math.cos(lat * RADIANS)) / TILE_SIZE);
}

/**
 * Radius in px of the globe whose limb is seen `limb` px from its middle: from 1.5 screen heights above,
 * the horizon hides some of the hemisphere.
 */
export function radiusForLimb(limb: number, screen: Screen): number {
	const distance = CAMERA_DISTANCE * Math.max(1, screen.height);
	return (limb * limb + limb * Math.hypot(limb, distance)) / distance;
}

/** Web Mercator in units of the globe's radius: x to the east, y to the north. */
export function mercator({ lon, lat }: LonLat): { x: number; y: number } {
	const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
	return { x: lon * RADIANS, y: Math.log(Math.tan(Math.PI / 4 + (clamped * RADIANS) / 2)) };
}

/** Inverse of {@link mercator}. */
export function fromMercator({ x, y }: { x: number; y: number }): LonLat {
	return { lon: x / RADIANS, lat: (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / RADIANS };
}

/** A point as it lies before the lens: px to the right of its axis and above it, both before the perspective. */
export interface Sighting {
	right: number;
	up: number;
	/** Distance along the axis, in that of the map's centre: not above 0 for what lies beside or behind the lens. */
	depth: number;
	/** Whether it is on this side of the horizon; always on the flat map. */
	facing: boolean;
}

/** Gives the function that says where points lie before the lens. On the flat map longitudes run on beyond ±180. */
export function lens(camera: Camera, screen: Screen): (point: LonLat) => Sighting {
	const place = camera.projection === 'globe' ? onGlobe(camera, screen) : onPlane(camera);
	const distance = CAMERA_DISTANCE * screen.height;
	const turn = rotation(camera);
	return (point) => {
		const { position, facing } = place(point);
		const [right, up, towards] = turn(position);
		return { right, up, depth: (distance - towards) / distance, facing };
	};
}

/** Where the axis of the lens meets the screen, and with it the map's centre, CSS px. */
export function middleOfLens({ offset }: Camera, screen: Screen): { x: number; y: number } {
	return { x: screen.width / 2 + offset.x, y: screen.height / 2 + offset.y };
}

/**
 * Gives the function that puts points on the screen as MapLibre does: at pitch 0 the globe is d3's
 * `geoSatelliteRaw(1 + 1.5 h / R)`; pitch and bearing turn the camera about the centre.
 */
export function projector(camera: Camera, screen: Screen): (point: LonLat) => ScreenPoint {
	const seen = lens(camera, screen);
	const middle = middleOfLens(camera, screen);
	const { lon } = camera.center;
	return (point) => {
		const { right, up, depth, facing } = seen({ lon: nearestLongitude(point.lon, lon), lat: point.lat });
		const at = { x: middle.x + right / depth, y: middle.y - up / depth };
		const inside = at.x >= 0 && at.y >= 0 && at.x <= screen.width && at.y <= screen.height;
		return { ...at, visible: facing && depth > 0 && inside };
	};
}

/** The camera after the picture has been dragged: what stood `right`, `down` px from the centre comes to the centre. */
export function recenter(camera: Camera, right: number, down: number): Camera {
	const angle = camera.bearing * RADIANS;
	const up = -down / Math.cos(camera.pitch * RADIANS);
	const east = right * Math.cos(angle) + up * Math.sin(angle);
	const north = up * Math.cos(angle) - right * Math.sin(angle);
	const radius = globeRadius(camera.zoom, camera.center.lat);
	return camera.projection === 'globe'
		? dragGlobe(camera, east, north, radius)
		: dragPlane(camera, east, north);
}

function dragGlobe(camera: Camera, east: number, north: number, radius: number): Camera {
	const arc = (px: number) => Math.atan(px / radius) / RADIANS;
	const moved = offsetBy(camera.center, arc(east), arc(north));
	const center = { lon: moved.lon, lat: clampLatitude(moved.lat) };
	return { ...camera, center, zoom: zoomForRadius(radius, center.lat) };
}

function dragPlane(camera: Camera, east: number, north: number): Camera {
	const world = (TILE_SIZE * 2 ** camera.zoom) / (2 * Math.PI);
	const { x, y } = mercator(camera.center);
	const moved = fromMercator({ x: x + east / world, y: y + north / world });
	return { ...camera, center: { lon: wrapLongitude(moved.lon), lat: clampLatitude(moved.lat) } };
}

export function clampLatitude(lat: number): number {
	return Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
}

type Local = readonly [x: number, y: number, z: number];
type Place = (point: LonLat) => { position: Local; facing: boolean };

/** Positions relative to the centre on the surface: x east, y north, z up, px. */
function onGlobe(camera: Camera, screen: Screen): Place {
	const radius = globeRadius(camera.zoom, camera.center.lat);
	const distance = CAMERA_DISTANCE * screen.height;
	const untilt = camera.pitch * RADIANS;
	const south = camera.bearing * RADIANS;
	const eye: Local = [
		-distance * Math.sin(untilt) * Math.sin(south),
		-distance * Math.sin(untilt) * Math.cos(south),
		distance * Math.cos(untilt) + radius,
	];
	const lon = camera.center.lon;
	const cosLat = Math.cos(camera.center.lat * RADIANS);
	const sinLat = Math.sin(camera.center.lat * RADIANS);
	return (point) => {
		const [x, y, z] = toVector({ lon: point.lon - lon, lat: point.lat });
		const local: Local = [y * radius, (z * cosLat - x * sinLat) * radius, (x * cosLat + z * sinLat) * radius];
		const facing = eye[0] * local[0] + eye[1] * local[1] + eye[2] * local[2] > radius * radius;
		return { position: [local[0], local[1], local[2] - radius], facing };
	};
}

function onPlane(camera: Camera): Place {
	const world = (TILE_SIZE * 2 ** camera.zoom) / (2 * Math.PI);
	const center = mercator(camera.center);
	return (point) => {
		const { x, y } = mercator(point);
		return { position: [(x - center.x) * world, (y - center.y) * world, 0], facing: true };
	};
}

function rotation({ pitch, bearing }: Camera): (local: Local) => Local {
	const cosBearing = Math.cos(bearing * RADIANS);
	const sinBearing = Math.sin(bearing * RADIANS);
	const cosPitch = Math.cos(pitch * RADIANS);
	const sinPitch = Math.sin(pitch * RADIANS);
	return ([east, north, up]) => {
		const x = east * cosBearing - north * sinBearing;
		const y = east * sinBearing + north * cosBearing;
		return [x, y * cosPitch + up * sinPitch, up * cosPitch - y * sinPitch];
	};
}
