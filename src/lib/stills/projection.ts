import {
	geoClipRectangle,
	geoProjection,
	geoTransform,
	type GeoProjection,
	type GeoRawProjection,
	type GeoStreamWrapper,
} from 'd3-geo';
import {
	angleBetween,
	globeRadius,
	mercator,
	offsetBy,
	projector,
	type Camera,
	type Rect,
	type Screen,
} from '#lib/geo/index.ts';
import type { LonLat } from '#lib/story/index.ts';

const RADIANS = Math.PI / 180;

/** MapLibre's camera hangs 1.5 screen heights above the map; see `geo/camera.ts`. */
const CAMERA_DISTANCE = 1.5;

/** A flat map tilted further than this would show its horizon, and what lies behind the camera. Degrees. */
const STEEPEST_FLAT_PITCH = 60;

/** Half a pixel: how far a projected edge may be from its true curve. */
const PRECISION = 0.5;

/**
 * The camera as a stream for d3's `geoPath`, so that polygons are cut at the horizon, at the edge of the flat world and
 * at `clip`. Agrees with `projector(camera, screen)`.
 */
export function streamFor(camera: Camera, screen: Screen, clip: Rect): GeoStreamWrapper {
	const extent: [[number, number], [number, number]] = [
		[clip.left, clip.top],
		[clip.right, clip.bottom],
	];
	if (camera.projection === 'globe') return globe(camera, screen, clip).clipExtent(extent);
	if (camera.pitch === 0) return plane(camera, screen).clipExtent(extent);
	return tiltedPlane(camera, screen, extent);
}

/** Angle on the sphere from its middle to its horizon, as this camera sees it. Radians. */
export function horizon(camera: Camera, screen: Screen): number {
	const radius = globeRadius(camera.zoom, camera.center.lat);
	return Math.acos(radius / Math.hypot(...eye(camera, screen)));
}

/** Radius of the globe's disc on the screen, px; for a camera that looks straight down. */
export function limbRadius(camera: Camera, screen: Screen): number {
	const radius = globeRadius(camera.zoom, camera.center.lat);
	const distance = 1 + (CAMERA_DISTANCE * screen.height) / radius;
	return radius * Math.sqrt((distance - 1) / (distance + 1));
}

/** The widest angle from the camera's centre to anything that can be seen within `area`, degrees. */
export function reach(camera: Camera, screen: Screen, area: Rect): number {
	if (camera.projection === 'flat') return 180;
	if (camera.pitch > 0) {
		const { axis, angle } = tiltedSight(camera, screen);
		return angleBetween(camera.center, axis) + angle;
	}
	const radius = globeRadius(camera.zoom, camera.center.lat);
	const height = CAMERA_DISTANCE * screen.height;
	const x = screen.width / 2 + camera.offset.x;
	const y = screen.height / 2 + camera.offset.y;
	const far = Math.hypot(Math.max(x - area.left, area.right - x), Math.max(y - area.top, area.bottom - y));
	const ray = Math.atan(far / height);
	const sine = (Math.sin(ray) * (radius + height)) / radius;
	const limb = Math.acos(radius / (radius + height));
	return (sine >= 1 ? limb : Math.min(limb, Math.asin(sine) - ray)) / RADIANS;
}

function globe(camera: Camera, screen: Screen, clip: Rect): GeoProjection {
	const radius = globeRadius(camera.zoom, camera.center.lat);
	const middle = middleOf(camera, screen);
	if (camera.pitch === 0) {
		return geoProjection(satelliteRaw(1 + (CAMERA_DISTANCE * screen.height) / radius))
			.rotate([-camera.center.lon, -camera.center.lat])
			.angle(camera.bearing)
			.scale(radius)
			.translate(middle)
			.precision(PRECISION)
			.clipAngle(
				Math.min(horizon(camera, screen) / RADIANS - 1e-6, reach(camera, screen, clip) * 1.1 + 0.01),
			);
	}
	const { axis, angle } = tiltedSight(camera, screen);
	const raw = tiltedRaw(camera, screen, axis);
	const [x, y] = raw(0, 0);
	return geoProjection(raw)
		.rotate([-axis.lon, -axis.lat])
		.scale(1)
		.translate([middle[0] + x, middle[1] - y])
		.precision(PRECISION)
		.clipAngle(angle);
}

/**
 * The circle on the sphere that a tilted camera may see. Its horizon is a circle around the point right below it; but
 * close to the ground a part of that lies behind the camera, and perspective would fold it into the picture. Then it is
 * the widest circle around the map's centre that lies before the camera and within the horizon.
 */
function tiltedSight(camera: Camera, screen: Screen): { axis: LonLat; angle: number } {
	const radius = globeRadius(camera.zoom, camera.center.lat);
	const distance = CAMERA_DISTANCE * screen.height;
	const pitch = camera.pitch * RADIANS;
	const nadir = nadirOf(camera, screen);
	const limb = horizon(camera, screen);
	const behind = limb + angleBetween(camera.center, nadir) * RADIANS;
	const rise =
		radius * (Math.cos(behind) - 1) * Math.cos(pitch) + radius * Math.sin(behind) * Math.sin(pitch);
	if (rise < distance * 0.9) return { axis: nadir, angle: limb / RADIANS - 1e-6 };
	const ahead = 2 * limb - behind;
	const before = (0.85 * distance) / (radius * Math.sin(pitch));
	return { axis: camera.center, angle: Math.min(ahead, before) / RADIANS - 1e-6 };
}

/** Snyder 1987, eq. 22-2 and 22-3: the vertical perspective, seen from `distance` radii off the centre. */
function satelliteRaw(distance: number): GeoRawProjection {
	return (lambda, phi) => {
		const cos = Math.cos(phi);
		const k = (distance - 1) / (distance - cos * Math.cos(lambda));
		return [k * cos * Math.sin(lambda), k * Math.sin(phi)];
	};
}

/** What a tilted camera sees, for angles counted from `axis`. */
function tiltedRaw(camera: Camera, screen: Screen, axis: LonLat): GeoRawProjection {
	const project = projector(camera, screen);
	const middle = middleOf(camera, screen);
	return (lambda, phi) => {
		const { x, y } = project(unturn(lambda, phi, axis));
		return [x - middle[0], middle[1] - y];
	};
}

/** Inverse of d3's rotation by `[-lon, -lat]`. */
function unturn(lambda: number, phi: number, { lon, lat }: LonLat) {
	const x = Math.cos(phi) * Math.cos(lambda);
	const y = Math.cos(phi) * Math.sin(lambda);
	const z = Math.sin(phi);
	const cos = Math.cos(lat * RADIANS);
	const sin = Math.sin(lat * RADIANS);
	const up = z * cos + x * sin;
	return {
		lon: lon + Math.atan2(y, x * cos - z * sin) / RADIANS,
		lat: Math.asin(Math.max(-1, Math.min(1, up))) / RADIANS,
	};
}

/** From the globe's centre to the camera, px: east, north and up at the map's centre. */
function eye(camera: Camera, screen: Screen): [number, number, number] {
	const distance = CAMERA_DISTANCE * screen.height;
	const back = distance * Math.sin(camera.pitch * RADIANS);
	return [
		-back * Math.sin(camera.bearing * RADIANS),
		-back * Math.cos(camera.bearing * RADIANS),
		distance * Math.cos(camera.pitch * RADIANS) + globeRadius(camera.zoom, camera.center.lat),
	];
}

function nadirOf(camera: Camera, screen: Screen) {
	const [east, north, up] = eye(camera, screen);
	const aside = Math.hypot(east, north);
	const angle = Math.atan2(aside, up) / RADIANS;
	return offsetBy(camera.center, (angle * east) / (aside || 1), (angle * north) / (aside || 1));
}

/** Unlike d3's own, it stays finite at the poles and leaves all cutting to `clipExtent`. */
const mercatorRaw: GeoRawProjection = (lambda, phi) => [lambda, mercator({ lon: 0, lat: phi / RADIANS }).y];

function plane(camera: Camera, screen: Screen): GeoProjection {
	const scale = worldScale(camera);
	const rise = mercator(camera.center).y * scale;
	const [x, y] = middleOf(camera, screen);
	const turn = camera.bearing * RADIANS;
	return geoProjection(mercatorRaw)
		.rotate([-camera.center.lon, 0])
		.angle(camera.bearing)
		.scale(scale)
		.translate([x + rise * Math.sin(turn), y + rise * Math.cos(turn)])
		.precision(PRECISION);
}

/** First the flat map, cut where it would run behind the camera; then the perspective. */
function tiltedPlane(
	camera: Camera,
	screen: Screen,
	extent: [[number, number], [number, number]],
): GeoStreamWrapper {
	const pitch = Math.min(camera.pitch, STEEPEST_FLAT_PITCH) * RADIANS;
	const distance = CAMERA_DISTANCE * screen.height;
	const [x, y] = middleOf(camera, screen);
	const far = distance * 12;
	const near = (distance * 0.7) / Math.sin(pitch);
	const flat = plane(camera, screen).clipExtent([
		[x - far, y - far],
		[x + far, y + near],
	]);
	const tilt = geoTransform({
		point(px, py) {
			const north = y - py;
			const scale = distance / (distance + north * Math.sin(pitch));
			this.stream.point(x + (px - x) * scale, y - north * Math.cos(pitch) * scale);
		},
	});
	const cut = geoClipRectangle(extent[0][0], extent[0][1], extent[1][0], extent[1][1]);
	return { stream: (sink) => flat.stream(tilt.stream(cut(sink))) };
}

/** Px of one radian of longitude on the flat map. */
export function worldScale(camera: Camera): number {
	return (512 * 2 ** camera.zoom) / (2 * Math.PI);
}

export function middleOf(camera: Camera, screen: Screen): [number, number] {
	return [screen.width / 2 + camera.offset.x, screen.height / 2 + camera.offset.y];
}
