/**
 * Measures of fonts that nearly every system has, in their own units: as the Capsize project reads them out of the
 * fonts (github.com/seek-oss/capsize, packages/metrics). `width` is the mean of the letters, weighed by how often a text has
 * them. Liberation's fonts have the widths of Times New Roman and Arial by design.
 */
const SYSTEM_FONTS = {
	serif: [
		{ name: 'Georgia', local: ['Georgia'], unitsPerEm: 2048, width: 913 },
		{
			name: 'Times',
			local: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'Tinos'],
			unitsPerEm: 2048,
			width: 832,
		},
	],
	sans: [
		{
			name: 'Arial',
			local: ['Arial', 'ArialMT', 'Helvetica', 'Liberation Sans', 'Arimo'],
			unitsPerEm: 2048,
			width: 913,
		},
	],
};

/**
 * Rules for system fonts in the measures of a face, so that no line moves when the face comes: `metrics` are its own, as
 * Capsize reads them. The families are named after both, "Literata Georgia".
 */
export function fallbackRules({ family, replaces }, { unitsPerEm, ascent, descent, lineGap, xWidthAvg }) {
	return SYSTEM_FONTS[replaces].map((font) => {
		const scale = xWidthAvg / unitsPerEm / (font.width / font.unitsPerEm);
		const ofScaled = (measure) => percent(Math.abs(measure) / unitsPerEm / scale);
		return {
			'font-family': `'${family} ${font.name}'`,
			src: font.local.map((name) => `local('${name}')`).join(', '),
			'size-adjust': percent(scale),
			'ascent-override': ofScaled(ascent),
			'descent-override': ofScaled(descent),
			'line-gap-override': ofScaled(lineGap),
		};
	});
}

const percent = (share) => `${Math.round(share * 1e4) / 100}%`;
