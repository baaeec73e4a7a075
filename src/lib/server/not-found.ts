import { createHash } from 'node:crypto';
import { escapeXml, tokenRules } from '#lib/stills/index.ts';
import type { View } from '#lib/story/index.ts';
import { sitePath } from './site';
import { drawStill } from './stills';
import { publication, themeTokens } from './theme';

/** The page's words in one language. */
export interface NotFoundWords {
	lang: string;
	title: string;
	text: string;
	toFront: string;
}

/** The place on Earth that is farthest from any land. */
const POINT_NEMO = { lon: -123.393, lat: -48.876 };
const PLACE = '48° 52′ S · 123° 23′ W';

const EMPTY_SEA: View = {
	...{ focus: [POINT_NEMO], center: POINT_NEMO, whole: true, projection: 'globe', maxZoom: 3 },
	...{
		pitch: 0,
		bearing: 0,
		marks: [{ id: 'nemo', label: '', at: POINT_NEMO }],
		highlights: [],
		routes: [],
		borders: [],
		data: [],
		key: [],
	},
};

const SEA_CROP = {
	...{ width: 640, height: 640, screen: { width: 640, height: 640 } },
	insets: { top: 100, right: 100, bottom: 100, left: 100 },
};

const TOKENS = ['paper', 'ink', 'ink-2', 'accent', 'hairline', 'focus-ring'];

/**
 * The page a host answers with where there is none. Hosts send it for addresses of any depth, so it refers to nothing:
 * no script, no style sheet, no face, no picture.
 */
export function notFoundPage(words: NotFoundWords[]): string {
	const { map, css } = emptySea();
	const style = tokenRules(themeTokens(), TOKENS) + css + PAGE_CSS;
	const hash = createHash('sha256').update(style).digest('base64');
	const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
	const [first] = words;
	return `<!doctype html>
<html lang="${first!.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>404 · ${escapeXml(publication())}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<p class="dateline"><span class="mark" aria-hidden="true"></span><b>404</b> <span>${PLACE}</span></p>
${words.map((each, i) => section(each, i === 0 ? 'h1' : 'h2')).join('\n')}
</main>
${map}
</body>
</html>
`;
}

function section({ lang, title, text, toFront }: NotFoundWords, heading: 'h1' | 'h2'): string {
	const link = `<a href="${escapeXml(sitePath())}">${escapeXml(toFront)}</a>`;
	return (
		`<section lang="${lang}"><${heading}>${escapeXml(title)}</${heading}>` +
		`<p>${escapeXml(text)}</p><p>${link}</p></section>`
	);
}

/** A globe turned to the emptiest sea, without names, and the style sheet it brings. */
function emptySea(): { map: string; css: string } {
	const still = drawStill({ view: EMPTY_SEA, shapes: {}, lang: 'en', crop: SEA_CROP, title: '' });
	const css = /<style>([\s\S]*?)<\/style>/.exec(still)?.[1] ?? '';
	const map = still
		.replace(/<(style|title|text)\b[^>]*>[\s\S]*?<\/\1>/g, '')
		.replace(/<svg [^>]*>/, '<svg viewBox="0 0 640 640" aria-hidden="true" focusable="false">');
	return { map, css };
}

const PAGE_CSS = `
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:100%/1.5 Georgia,'Times New Roman',serif}
body{margin:0;min-height:100vh;min-height:100svh;display:grid;align-items:center;overflow-x:hidden}
main{grid-area:1/1;position:relative;padding:3rem clamp(1.25rem,4.4vw,3.5rem);max-width:34rem}
svg{grid-area:1/1;justify-self:end;width:min(58vw,100vh);height:auto}
.dateline{display:flex;flex-wrap:wrap;align-items:center;gap:.3em .75em;margin:0;color:var(--ink-2);font:1rem/1.3 system-ui,sans-serif}
.dateline b{color:var(--ink);letter-spacing:.085em}
.mark{position:relative;width:2.125rem;height:2px;background:var(--accent)}
.mark::before{content:'';position:absolute;left:0;top:-5px;width:12px;height:12px;border-radius:50%;background:var(--accent)}
h1,h2{margin:.5em 0 .35em;font-weight:400;font-size:clamp(2rem,5vw,3.5rem);line-height:1.02;letter-spacing:-.02em}
h2{font-size:1.5rem}
section+section{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--hairline)}
section p{margin:.4em 0;font-size:1.125rem}
a{color:inherit;display:inline-block;padding-block:.5rem;text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--focus-ring);outline-offset:3px}
@media (max-width:899px){body{align-items:start;align-content:start}svg{grid-area:2/1;justify-self:center;width:min(100vw,28rem)}}
@media (forced-colors:active){svg{display:none}.mark,.mark::before{background:CanvasText;forced-color-adjust:none}}
@media print{body{display:block}svg{display:none}}
`;
