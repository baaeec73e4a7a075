import { describe, expect, it } from 'vitest';
import type { StyleSpecification } from '../../src/lib/runtime/map/maplibre';
import { mapStyle } from '../../src/lib/runtime/map/style';
import type { Palette } from '../../src/lib/runtime/map/palette';
import type { StoryWorldview } from '../../src/lib/story/index';

const palette = new Proxy({}, { get: () => '#000000' }) as Palette;
const CN: StoryWorldview = {
	id: 'CN',
	unnamed: ['TW'],
	renamed: { FK: 'Malvinas' },
	towns: ['geonames:1668341'],
};

function style(worldview?: StoryWorldview): StyleSpecification {
	return mapStyle({ palette, lang: 'en', archive: '/a.pmtiles', fade: 0, names: true, worldview });
}

function layer(id: string, worldview?: StoryWorldview) {
	return JSON.stringify(style(worldview).layers.find((layer) => layer.id === id));
}

describe('the style of a worldview', () => {
	it('draws each border as the kind that the worldview has for it, and as its own kind otherwise', () => {
		for (const id of ['borders', 'borders-disputed', 'provinces']) {
			expect(layer(id, CN)).toContain('["coalesce",["get","CN"],["get","kind"]]');
			expect(layer(id)).not.toContain('coalesce');
		}
	});

	it('leaves out and exchanges names of countries, and draws capitals as towns', () => {
		expect(layer('country-names', CN)).toContain('["!",["in",["get","code"],["literal",["TW"]]]]');
		expect(layer('country-names', CN)).toContain('Malvinas');
		expect(layer('cities', CN)).toContain('geonames:1668341');
	});
});
