import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import OpenCC from 'opencc-js';

/** Taiwan's, Hong Kong's and OpenCC's own traditional characters, in this order. */
const converters = ['tw', 't', 'hk'].map((from) => OpenCC.Converter({ from, to: 'cn' }));
const FIRST = 0x3400;
const LAST = 0x9fff;

/** What a traditional character is in simplified ones; nothing for all others. */
function simplifiedOf(character) {
	return converters.map((convert) => convert(character)).find((it) => it !== character && it.length === 1);
}

let traditional = '';
let simplified = '';
for (let code = FIRST; code <= LAST; code++) {
	const character = String.fromCharCode(code);
	const plain = simplifiedOf(character);
	if (!plain) continue;
	traditional += character;
	simplified += plain;
}

const target = fileURLToPath(new URL('../../src/lib/gazetteer/traditional.ts', import.meta.url));
writeFileSync(
	target,
	`/** Traditional Chinese characters, and below what each is in simplified ones. Made by \`geodata/recipes/traditional.mjs\`. */
export const TRADITIONAL =
	'${traditional}';

/** In the order of {@link TRADITIONAL}. From OpenCC, Apache-2.0. */
export const SIMPLIFIED =
	'${simplified}';
`,
);
