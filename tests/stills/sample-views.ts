import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { framingOutline, greatCircle, labelPoint, projectionFor } from '#lib/geo/index.ts';
import { wind } from '#lib/stills/wind.ts';
import type {
	DataLayer,
	Highlight,
	HighlightStyle,
	LonLat,
	Mark,
	Meaning,
	MultiPolygon,
	Position,
	Shapes,
	View,
} from '#lib/story/index.ts';

type Units = GeometryCollection<{ country: string }>;

export const PLACES = {
	beijing: mark('geonames:1816670', 'Peking', 116.397, 39.907),
	harbin: mark('geonames:2037013', 'Harbin', 126.65, 45.75),
	vladivostok: mark('geonames:2013348', 'Wladiwostok', 131.9, 43.1),
	suva: mark('geonames:2198148', 'Suva', 178.44, -18.14),
	anadyr: mark('geonames:2127202', 'Anadyr', 177.5, 64.73),
};

function countryOf(unit: unknown): string {
	return (unit as { properties: { country: string } }).properties.country;
}

function mark(id: string, label: string, lon: number, lat: number): Mark {
	return { id, label, at: { lon, lat } };
}

const NATO =
	'AL BE BG HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB'.split(' ');
const EUROPE = [
	...NATO.filter((id) => id !== 'TR'),
	...'UA BY MD AT CH IE RS BA XK AD LI MC SM VA MT CY'.split(' '),
];
const PACIFIC = 'CN JP KR KP TW PH VN TH MY ID SG BN KH LA MM AU NZ PG MN'.split(' ');

/** Views like those of a real story, made from the built world. */
export function sampleViews(world: Topology): { views: Record<string, View>; shapes: Shapes } {
	const shapes: Shapes = {};
	const units = world.objects['units'] as Units;

	function area(key: string, wanted: (unit: Units['geometries'][number]) => boolean): MultiPolygon {
		const shape = wind(merge(world, units.geometries.filter(wanted) as never) as unknown as MultiPolygon);
		shapes[key] = shape;
		return shape;
	}
	function countries(key: string, ids: string[]): MultiPolygon {
		return area(key, (unit) => ids.includes(countryOf(unit)));
	}
	function highlight(key: string, label: string, style: HighlightStyle, meaning: Meaning = 1): Highlight {
		return { id: key, shape: key, label, style, meaning, labelAt: labelPoint(shapes[key] as MultiPolygon) };
	}
	function view(focus: LonLat[], more: Partial<View> = {}): View {
		return {
			focus,
			projection: projectionFor(focus),
			maxZoom: 6,
			pitch: 0,
			bearing: 0,
			marks: [],
			highlights: [],
			routes: [],
			borders: [],
			data: [],
			key: [],
			...more,
		};
	}

	const { beijing, harbin, vladivostok, suva, anadyr } = PLACES;
	const russia = countries('RU', ['RU']);
	const china = countries('CN', ['CN']);
	const ukraine = countries('UA', ['UA']);
	const nato = countries('NATO', NATO);
	const usa = countries('US', ['US']);
	const europe = countries('EUROPE', EUROPE);
	const pacific = countries('APAC', PACIFIC);
	countries('FJ', ['FJ']);
	const heilongjiang = area('CN-HL', ({ id }) => id === 'CN-HL');
	shapes['CN-HL|RU'] = mesh(world, units as never, (a, b) => {
		const [one, other] = [a, b] as unknown as Units['geometries'];
		return (
			(one!.id === 'CN-HL' && countryOf(other) === 'RU') || (other!.id === 'CN-HL' && countryOf(one) === 'RU')
		);
	}) as never;

	const route = { stops: [beijing.at, harbin.at], line: greatCircle([beijing.at, harbin.at]) };
	// Two squares on land and sea, a line, and points of which one has no name.
	const square = (west: number, south: number): Position[] =>
		[
			[0, 0],
			[0, 3],
			[3, 3],
			[3, 0],
			[0, 0],
		].map(([x, y]) => [west + x!, south + y!]);
	shapes['data:own.geojson/areas@5'] = {
		type: 'MultiPolygon',
		coordinates: [[square(110, 36)], [square(122, 34)]],
	};
	shapes['data:own.geojson/lines@5'] = {
		type: 'MultiLineString',
		coordinates: [
			[
				[112, 34],
				[118, 37],
				[121.5, 39],
				[126, 40],
			],
		],
	};
	const own: DataLayer = {
		id: 'own.geojson',
		areas: 'data:own.geojson/areas@5',
		lines: 'data:own.geojson/lines@5',
		points: [
			{ at: { lon: 121.6, lat: 38.9 }, label: 'Dalian' },
			{ at: { lon: 117.7, lat: 39 }, label: 'Tianjin' },
			{ at: { lon: 120.3, lat: 36.1 }, label: 'Qingdao' },
			{ at: { lon: 124, lat: 40 } },
		],
		style: 'outline',
		meaning: 2,
	};

	const views: Record<string, View> = {
		cover: view([beijing.at], { whole: true, marks: [beijing] }),
		declaration: view([...framingOutline(russia), ...framingOutline(china)], {
			projection: 'globe',
			highlights: [highlight('RU', 'Russland', 'outline'), highlight('CN', 'China', 'outline')],
			marks: [beijing],
		}),
		nato: view([...framingOutline(ukraine), ...framingOutline(nato)], {
			highlights: [highlight('NATO', 'NATO', 'outline', 2), highlight('UA', 'Ukraine', 'fill')],
		}),
		missiles: view([...framingOutline(usa), ...framingOutline(europe)], {
			projection: 'flat',
			highlights: [highlight('US', 'USA', 'hatch', 1), highlight('EUROPE', 'Europa', 'hatch', 2)],
		}),
		pacific: view(framingOutline(pacific), { highlights: [highlight('APAC', 'Asien-Pazifik', 'mention')] }),
		beijing: view([beijing.at], { marks: [beijing] }),
		north: view([beijing.at, harbin.at], {
			marks: [beijing, harbin],
			routes: [route],
			highlights: [highlight('CN-HL', 'Heilongjiang', 'mention')],
		}),
		heilongjiang: view(framingOutline(heilongjiang), {
			marks: [harbin],
			highlights: [highlight('CN-HL', 'Heilongjiang', 'fill')],
			borders: [{ shape: 'CN-HL|RU', label: 'Grenze zu Russland' }],
		}),
		fiji: view([suva.at], { marks: [suva], highlights: [highlight('FJ', 'Fidschi', 'fill')] }),
		chukotka: view([anadyr.at, { lon: -169, lat: 66 }], {
			marks: [anadyr],
			highlights: [highlight('RU', 'Russland', 'hatch')],
		}),
		pole: view([{ lon: 0, lat: 89.5 }]),
		southPole: view([{ lon: 0, lat: -89.5 }], { maxZoom: 3 }),
		world: view([beijing.at, { lon: -58, lat: -34 }, { lon: -150, lat: 61 }, suva.at, vladivostok.at], {
			marks: [beijing, suva],
		}),
		tilted: view([beijing.at, harbin.at], {
			marks: [beijing, harbin],
			pitch: 45,
			bearing: 30,
			routes: [route],
		}),
		own: view(
			[
				{ lon: 110, lat: 36 },
				{ lon: 126, lat: 40 },
			],
			{ data: [own] },
		),
		ownHatched: view([{ lon: 118, lat: 38 }], {
			marks: [beijing],
			data: [{ ...own, style: 'hatch', meaning: 1 }],
		}),
		nothing: view([]),
	};
	return { views, shapes };
}
