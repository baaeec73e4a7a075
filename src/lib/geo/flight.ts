import { geoInterpolate } from 'd3-geo';
import { globeRadius, zoomForRadius, type Camera, type Screen } from './camera';
import { nearestLongitude } from './antimeridian';
import { angleBetween, RADIANS } from './sphere';

/** A way from one camera to another. */
export interface Flight {
	/** How long it takes in path lengths of van Wijk & Nuij: about 1 for one screenful at the same scale. */
	length: number;
	/** The camera at `t` 0…1; 0 and 1 give the ends exactly. */
	at(t: number): Camera;
}

/** Trade-off between zooming and panning that people found most natural (van Wijk & Nuij 2003, §5). */
const RHO = 1.42;

/**
 * The smooth and efficient way from one picture to another (van Wijk & Nuij 2003, eq. 9), on the sphere:
 * the path is a great circle, `w` is the width of the visible ground in radians of arc.
 */
export function flight(from: Camera, to: Camera, screen: Screen): Flight {
	const widthAt = (camera: Camera) => screen.width / globeRadius(camera.zoom, camera.center.lat);
	const w0 = widthAt(from);
	const w1 = widthAt(to);
	const u1 = angleBetween(from.center, to.center) * RADIANS;
	const { length, ground } = u1 < 1e-6 ? zoomOnly(w0, w1) : zoomAndPan(w0, w1, u1);
	const way = geoInterpolate([from.center.lon, from.center.lat], [to.center.lon, to.center.lat]);
	return {
		length,
		at(t) {
			if (t <= 0) return from;
			if (t >= 1) return to;
			const { u, w } = ground(t * length);
			const [lon, lat] = way(u1 < 1e-6 ? t : u / u1);
			return {
				...to,
				center: { lon, lat },
				zoom: zoomForRadius(screen.width / w, lat),
				pitch: mix(from.pitch, to.pitch, t),
				bearing: mix(from.bearing, nearestLongitude(to.bearing, from.bearing), t),
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
	const r = (value: number) => Math.log(Math.sqrt(value * value + 1) - value);
	const r0 = r(b(w0, 1));
	const r1 = r(b(w1, -1));
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
