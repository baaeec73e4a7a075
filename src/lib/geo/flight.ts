import { clampLatitude, globeRadius, zoomForRadius, type Camera, type Screen } from './camera';
import { nearestLongitude } from './antimeridian';
import { groundWay } from './ground-way';

/** A way from one camera to another. */
export interface Flight {
	/** How long it takes in path lengths of van Wijk & Nuij: about 1 for one screenful at the same scale. */
	length: number;
	/** The camera at `t` 0…1; 0 and 1 give the ends exactly. */
	at(t: number): Camera;
}

/** Trade-off between zooming and panning that people found most natural (van Wijk & Nuij 2003, §5). */
const RHO = 1.42;

/** Ground that is nearer than this counts as the same, radians: a metre. */
const SAME_PLACE = 1.5e-7;

/** What a full turn of the map, or a right angle of pitch, takes at the least. */
const TURN_LENGTH = 3;

/** How near to the closer end of a flight globe and flat map change places. */
const CHANGE_AT = 0.03;

/**
 * The smooth and efficient way from one picture to another (van Wijk & Nuij 2003, eq. 9), on the sphere: the middle of
 * the picture follows {@link groundWay}, `w` is the width of the visible ground in radians of arc. Globe and flat map
 * change places beside the end that is closer to the ground, where they differ least.
 */
export function flight(from: Camera, to: Camera, screen: Screen): Flight {
	const widthAt = (camera: Camera) => screen.width / globeRadius(camera.zoom, camera.center.lat);
	const w0 = widthAt(from);
	const w1 = widthAt(to);
	const wider = w1 > w0 ? to : from;
	const way = groundWay(from.center, to.center, wider.projection === 'flat');
	const { length, ground } = way.length < SAME_PLACE ? zoomOnly(w0, w1) : zoomAndPan(w0, w1, way.length);
	const turned = nearestLongitude(to.bearing, from.bearing);
	const turns =
		Math.abs(turned - from.bearing) / 360 + way.twist / (2 * Math.PI) + Math.abs(to.pitch - from.pitch) / 90;
	const shift = Math.hypot(to.offset.x - from.offset.x, to.offset.y - from.offset.y) / screen.width;
	const changeAt = w1 > w0 ? CHANGE_AT : 1 - CHANGE_AT;
	return {
		length: Math.hypot(length, turns * TURN_LENGTH, shift),
		at(t) {
			if (t <= 0) return from;
			if (t >= 1) return to;
			const { u, w } = ground(t * length);
			const { lon, lat } = way.at(way.length < SAME_PLACE ? t : u / way.length);
			const center = { lon, lat: clampLatitude(lat) };
			return {
				center,
				zoom: zoomForRadius(screen.width / w, center.lat),
				projection: t < changeAt ? from.projection : to.projection,
				pitch: mix(from.pitch, to.pitch, t),
				bearing: mix(from.bearing, turned, t),
				offset: { x: mix(from.offset.x, to.offset.x, t), y: mix(from.offset.y, to.offset.y, t) },
			};
		},
	};
}

interface Path {
	length: number;
	ground(s: number): { u: number; w: number };
}

function zoomOnly(w0: number, w1: number): Path {
	const length = Math.abs(Math.log(w1 / w0)) / RHO;
	return { length, ground: (s) => ({ u: 0, w: w0 * Math.exp(Math.sign(w1 - w0) * RHO * s) }) };
}

function zoomAndPan(w0: number, w1: number, u1: number): Path {
	const rho2 = RHO * RHO;
	const b = (w: number, sign: number) =>
		(w1 * w1 - w0 * w0 + sign * rho2 * rho2 * u1 * u1) / (2 * w * rho2 * u1);
	const r0 = -Math.asinh(b(w0, 1));
	const r1 = -Math.asinh(b(w1, -1));
	return {
		length: (r1 - r0) / RHO,
		ground: (s) => {
			const x = RHO * s + r0;
			return {
				u: (w0 / rho2) * (Math.cosh(r0) * Math.tanh(x) - Math.sinh(r0)),
				w: (w0 * Math.cosh(r0)) / Math.cosh(x),
			};
		},
	};
}

function mix(a: number, b: number, t: number): number {
	return a + (b - a) * t;
}
