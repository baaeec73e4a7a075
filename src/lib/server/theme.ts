import { readFileSync } from 'node:fs';
import { parseTokens, type Tokens } from '#lib/stills/index.ts';

const THEME = 'src/lib/components/theme.css';

/** The design tokens of the theme, in each of a reader's settings. */
export function themeTokens(): Tokens {
	return parseTokens(readFileSync(THEME, 'utf8'));
}

/** The publication's name, as the theme has it. */
export function publication(): string {
	return (themeTokens().light.publication ?? 'Dateline').replace(/^(['"])(.*)\1$/, '$2');
}
