import { DARK, language_script_pairs, layers, LIGHT, type Flavor } from '@protomaps/basemaps';
import type { Scheme } from './own-basemap';

type Colors = Record<string, string>;

/** Layers that are nothing without a sprite, of which we have none: shops, arrows and signs would be noise below a story. */
const WITH_SPRITE = ['roads_oneway', 'roads_shields'];

/**
 * The style of an archive in the schema of Protomaps, in the colours of the theme and with names in the story's language.
 * Made at build time, so that the package which knows the schema reaches no reader.
 *
 * @param archive its address, absolute or relative to that of the style
 * @param tokens of the theme; `#rrggbb` where colours are mixed
 */
export function protomapsStyle(options: { archive: string; lang: string; scheme: Scheme; tokens: Colors }) {
	const { archive, lang, scheme, tokens } = options;
	return {
		version: 8,
		name: `Protomaps, ${scheme}`,
		sources: { streets: { type: 'vector', url: `pmtiles://${archive}` } },
		layers: layers('streets', flavor(tokens, scheme), { lang: languageFor(lang) })
			.filter(({ id }) => !WITH_SPRITE.includes(id))
			.map((layer) =>
				layer.type === 'symbol' && layer.layout?.['icon-image']
					? {
							...layer,
							layout: { ...layer.layout, 'icon-image': ['step', ['zoom'], 'ring', 8, ''], 'icon-size': 1 },
						}
					: layer,
			),
	};
}

/** The language of the names, as the package has it; English where it has none. */
function languageFor(lang: string): string {
	const wanted = /^zh-(?:hant|tw|hk|mo)/.test(lang) ? 'zh-Hant' : lang.startsWith('zh') ? 'zh-Hans' : lang;
	const known = language_script_pairs.map((pair) => pair.lang);
	return [wanted, wanted.split('-')[0]!].find((name) => known.includes(name)) ?? 'en';
}

/** Paper and ink: land, water and names as on our own map, roads as light lines, all else a breath darker than the land. */
function flavor(tokens: Colors, scheme: Scheme): Flavor {
	const token = (name: string) => tokens[name] ?? '#808080';
	const { pois: _pois, landcover: _landcover, ...every } = scheme === 'light' ? LIGHT : DARK;
	const [land, soft] = [token('land'), token('border-soft')];
	const shade = (share: number) => mix(land, soft, share);
	const green = mix(land, token('river'), 0.28);
	const road = token('land-lit');
	const colors = (keys: string[], color: string) => Object.fromEntries(keys.map((key) => [key, color]));
	const keys = Object.keys(every);
	const roads = /^(tunnel|bridges)_|^(minor|link|major|highway|other)/;
	return {
		...every,
		...colors(
			keys.filter((key) => roads.test(key)),
			road,
		),
		...colors(
			keys.filter((key) => roads.test(key) && key.includes('casing')),
			shade(0.55),
		),
		...colors(
			['hospital', 'industrial', 'school', 'pedestrian', 'aerodrome', 'military', 'sand', 'beach'],
			shade(0.12),
		),
		...colors(['park_a', 'park_b', 'wood_a', 'wood_b', 'scrub_a', 'scrub_b', 'zoo'], green),
		background: token('water'),
		earth: land,
		water: token('water'),
		glacier: token('land-lit'),
		pier: shade(0.2),
		runway: shade(0.4),
		buildings: shade(0.3),
		railway: soft,
		boundaries: token('border'),
		...colors(
			keys.filter((key) => key.endsWith('_label') || /^roads_label_\w+$/.test(key)),
			token('label-2'),
		),
		...colors(
			keys.filter((key) => key.endsWith('_halo')),
			token('halo'),
		),
		city_label: token('label'),
		ocean_label: token('label-water'),
		landcover: {
			barren: shade(0.06),
			farmland: mix(land, green, 0.25),
			forest: mix(land, green, 0.7),
			glacier: token('land-lit'),
			grassland: mix(land, green, 0.35),
			scrub: mix(land, green, 0.35),
			urban_area: shade(0.25),
		},
	};
}

/** The colour between two of `#rrggbb`; the first where they are written otherwise. */
function mix(from: string, to: string, share: number): string {
	const channels = (color: string) =>
		/^#([\da-f]{6})$/i
			.exec(color)?.[1]
			?.match(/../g)
			?.map((pair) => parseInt(pair, 16));
	const [a, b] = [channels(from), channels(to)];
	if (!a || !b) return from;
	const mixed = a.map((value, index) => Math.round(value + (b[index]! - value) * share));
	return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
