import type { LonLat } from '#lib/story/index.ts';
import {
	CAMERA_DISTANCE,
	fromMercator,
	globeRadius,
	mercator,
	middleOfLens,
	type Camera,
	type Screen,
} from './camera';
import { fromVector, RADIANS, wrapLongitude, type Vector } from './sphere';

/**
 * The inverse of `projector`: gives the function that says which place is seen at a point of the screen (CSS px from
 * its top left corner); `undefined` where that is the sky, or beyond the edge of the flat map.
 */
export function groundAt(
	camera: Camera,
	screen: Screen,
): (point: { x: number; y: number }) => LonLat | undefined {
	const distance = CAMERA_DISTANCE * screen.height;
	const middle = middleOfLens(camera, screen);
	const turnBack = inverseRotation(camera);
	const eye = turnBack([0, 0, distance]);
	const meet = camera.projection === 'globe' ? meetGlobe(camera, eye) : meetPlane(camera, eye);
	return ({ x, y }) => meet(turnBack([x - middle.x, middle.y - y, -distance]));
}

/** Where a ray from the eye meets the ground. East, north and up of the map's centre, px. */
type Meet = (ray: Vector) => LonLat | undefined;

function meetPlane({ zoom, center }: Camera, eye: Vector): Meet {
	const radius = globeRadius(zoom, 0);
	const { x, y } = mercator(center);
	return (ray) => {
		if (ray[2] >= 0) return undefined;
		const reach = -eye[2] / ray[2];
		const north = y + (eye[1] + ray[1] * reach) / radius;
		if (Math.abs(north) > Math.PI) return undefined;
		const { lon, lat } = fromMercator({ x: x + (eye[0] + ray[0] * reach) / radius, y: north });
		return { lon: wrapLongitude(lon), lat };
	};
}

function meetGlobe({ zoom, center }: Camera, eye: Vector): Meet {
	const radius = globeRadius(zoom, center.lat);
	const from: Vector = [eye[0], eye[1], eye[2] + radius]; // from the middle of the Earth
	const cos = Math.cos(center.lat * RADIANS);
	const sin = Math.sin(center.lat * RADIANS);
	const beyond = dot(from, from) - radius * radius;
	return (ray) => {
		const along = dot(from, ray);
		const square = along * along - dot(ray, ray) * beyond;
		if (square < 0 || along > 0) return undefined;
		const reach = (-along - Math.sqrt(square)) / dot(ray, ray);
		const [east, north, up] = [0, 1, 2].map((axis) => from[axis]! + ray[axis]! * reach) as [
			number,
			number,
			number,
		];
		const { lon, lat } = fromVector([up * cos - north * sin, east, north * cos + up * sin]);
		return { lon: wrapLongitude(lon + center.lon), lat };
	};
}

/** Takes back what the camera's pitch and bearing have turned. */
function inverseRotation({ pitch, bearing }: Camera): (turned: Vector) => Vector {
	const cosBearing = Math.cos(bearing * RADIANS);
	const sinBearing = Math.sin(bearing * RADIANS);
	const cosPitch = Math.cos(pitch * RADIANS);
	const sinPitch = Math.sin(pitch * RADIANS);
	return ([right, up, towards]) => {
		const ahead = up * cosPitch - towards * sinPitch;
		return [
			right * cosBearing + ahead * sinBearing,
			ahead * cosBearing - right * sinBearing,
			up * sinPitch + towards * cosPitch,
		];
	};
}

function dot(a: Vector, b: Vector): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
