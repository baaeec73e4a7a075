import { geoArea } from 'd3-geo';
import type { LonLat, Position } from '#lib/story/index.ts';
import { findJsonBreak, type JsonBreak } from './json-break';

/** What a GeoJSON file (RFC 7946) draws, by kind. Rings are closed, and run the way that d3 and all other shapes have it. */
export interface OwnGeometry {
	areas: Position[][][];
	lines: Position[][];
	points: OwnPoint[];
}

export interface OwnPoint {
	at: LonLat;
	label?: string;
}

/** Why a text cannot be drawn. */
export type GeoJsonMistake =
	| ({ kind: 'not-json' } & JsonBreak)
	| { kind: 'not-geojson'; found: string; hint?: string }
	| { kind: 'range'; position: Position; where: string; hint: string };

/** Thrown within this file only; whoever calls gets it as a value. */
class Broken extends Error {
	constructor(readonly mistake: GeoJsonMistake) {
		super(mistake.kind);
	}
}

/** A geometry and whose it is. */
interface Part {
	value: unknown;
	/** `feature 3`, `the geometry`. */
	where: string;
	label?: string;
}

/** A file that holds a single geometry. */
const WHOLE = 'the geometry';

const GEOMETRIES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** Reads a geometry, a Feature or a FeatureCollection. Features without geometry are left out, heights dropped. */
export function readGeoJson(text: string): OwnGeometry | GeoJsonMistake {
	const source = text.replace(/^\uFEFF/, '');
	let root: unknown;
	try {
		root = JSON.parse(source);
	} catch {
		return { kind: 'not-json', ...findJsonBreak(source) };
	}
	const own: OwnGeometry = { areas: [], lines: [], points: [] };
	try {
		for (const part of partsOf(root)) addGeometry(own, part);
	} catch (error) {
		if (error instanceof Broken) return error.mistake;
		throw error;
	}
	return {
		areas: own.areas.filter(([ring = []]) => ring.length >= 4).map(windPolygon),
		lines: own.lines.filter((line) => line.length >= 2),
		points: own.points,
	};
}

/** Every position of a file, holes left out. */
export function positionsOf({ areas, lines, points }: OwnGeometry): Position[] {
	return [
		...areas.flatMap(([ring = []]) => ring),
		...lines.flat(),
		...points.map(({ at }): Position => [at.lon, at.lat]),
	];
}

/** The geometries in their order, collections taken apart. */
function partsOf(root: unknown): Part[] {
	const open: Part[] = [{ value: root, where: WHOLE }];
	const parts: Part[] = [];
	for (let part = open.pop(); part; part = open.pop()) {
		const { value, where, label } = part;
		if (!isObject(value)) throw notGeoJson(value, where);
		const inner = (values: unknown, toPart: (value: unknown, index: number) => Part) => {
			if (!Array.isArray(values)) throw notGeoJson(value, where);
			open.push(...values.map(toPart).reverse());
		};
		if (value['type'] === 'FeatureCollection' && value === root)
			inner(value['features'], (feature, index) => ({ value: feature, where: `feature ${index + 1}` }));
		else if (value['type'] === 'Feature') {
			if (value['geometry'] != null) open.push({ ...part, value: value['geometry'], label: nameOf(value) });
		} else if (value['type'] === 'GeometryCollection')
			inner(value['geometries'], (geometry) => ({ value: geometry, where, label }));
		else parts.push(part);
	}
	return parts;
}

function nameOf({ properties }: Record<string, unknown>): string | undefined {
	const name = isObject(properties) ? properties['name'] : undefined;
	return typeof name === 'string' || typeof name === 'number' ? String(name).trim() || undefined : undefined;
}

function addGeometry({ areas, lines, points }: OwnGeometry, { value, where, label }: Part): void {
	const { type, coordinates } = value as Record<string, unknown>;
	if (typeof type !== 'string' || !GEOMETRIES.includes(type)) throw notGeoJson(value, where);
	const list = (values: unknown): unknown[] => {
		if (!Array.isArray(values)) throw broken(where, type);
		return values;
	};
	const position = (numbers: unknown) => readPosition(numbers, where, type);
	const line = (values: unknown) => list(values).map(position);
	const polygon = (rings: unknown) => list(rings).map((ring) => closed(line(ring)));
	const addPoint = ([lon, lat]: Position) => void points.push({ at: { lon, lat }, ...(label && { label }) });
	if (type === 'Point') addPoint(position(coordinates));
	else if (type === 'MultiPoint') line(coordinates).forEach(addPoint);
	else if (type === 'LineString') lines.push(line(coordinates));
	else if (type === 'MultiLineString') lines.push(...list(coordinates).map(line));
	else areas.push(...(type === 'Polygon' ? [polygon(coordinates)] : list(coordinates).map(polygon)));
}

function readPosition(numbers: unknown, where: string, type: string): Position {
	const [lon, lat] = Array.isArray(numbers) ? (numbers as unknown[]) : [];
	if (typeof lon !== 'number' || typeof lat !== 'number') throw broken(where, type);
	if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat];
	throw new Broken({ kind: 'range', position: [lon, lat], where: capital(where), hint: rangeHint(lon, lat) });
}

function rangeHint(lon: number, lat: number): string {
	if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180)
		return 'Are they swapped? GeoJSON puts longitude first: "[13.4, 52.5]" is Berlin.';
	if (Math.abs(lon) <= 360 && Math.abs(lat) <= 90)
		return 'Beyond 180 go on at -180, and cut in two what crosses that meridian (RFC 7946, 3.1.9).';
	return 'Those look like metres: save the file in degrees (WGS 84, EPSG:4326).';
}

function closed(ring: Position[]): Position[] {
	const [first] = ring;
	const last = ring.at(-1);
	return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

/** RFC 7946 winds rings the other way round, and many programs wind them as it happens. */
function windPolygon(rings: Position[][]): Position[][] {
	return rings.map((ring, index) => {
		const holdsMore = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
		return holdsMore === index > 0 ? ring : [...ring].reverse();
	});
}

function broken(where: string, type: string): Broken {
	return new Broken({
		kind: 'not-geojson',
		found: `coordinates that are not those of a ${type}${placeOf(where)}`,
		hint: 'A position is "[longitude, latitude]", a LineString a list of those, a Polygon a list of closed lines.',
	});
}

function notGeoJson(value: unknown, where: string): Broken {
	const type = isObject(value) ? value['type'] : undefined;
	const hint =
		type === 'Topology'
			? 'Convert TopoJSON first, for example on mapshaper.org: "-o format=geojson".'
			: undefined;
	return new Broken({ kind: 'not-geojson', found: `${found(value)}${placeOf(where)}`, hint });
}

function placeOf(where: string): string {
	return where === WHOLE ? '' : ` in ${where}`;
}

function found(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (!isObject(value)) return JSON.stringify(value).slice(0, 40);
	const { type } = value;
	if (typeof type !== 'string') return 'an object without "type"';
	const list = { FeatureCollection: 'features', GeometryCollection: 'geometries' }[type];
	const isWithout = list && !Array.isArray(value[list]);
	return `the type "${type.slice(0, 40)}"${isWithout ? ` without a list of "${list}"` : ''}`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
