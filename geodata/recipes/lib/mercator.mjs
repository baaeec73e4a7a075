/** South of this the map is beyond its square; land there is only drawn so that its edge stays out of sight. */
const LIMIT = 85.0511287;
/** Height given to the poles, outside the square by more than the buffer of a tile at zoom 0. */
const BEYOND = 0.03;

/** Position on the square Web Mercator map: x and y from 0 to 1, y growing southward; beyond ±180° x goes on. */
export function mercator(lon, lat) {
	const x = lon / 360 + 0.5;
	if (Math.abs(lat) > LIMIT) return [x, lat > 0 ? -BEYOND : 1 + BEYOND];
	const sine = Math.sin((lat * Math.PI) / 180);
	return [x, 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI];
}

/** The geometry with every position on the Mercator square. */
export function projectGeometry(geometry) {
	const project = (item) => (typeof item[0] === 'number' ? mercator(item[0], item[1]) : item.map(project));
	return { type: geometry.type, coordinates: project(geometry.coordinates) };
}
