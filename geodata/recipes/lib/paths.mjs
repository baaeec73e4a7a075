import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);

/** Absolute path of a file in `geodata/`. */
export const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Absolute path of a file in the repository. */
export const root = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Absolute path of a file inside an installed source package. */
export const source = (path) => here(`node_modules/${path}`);

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
export const readYaml = (path) => parse(readFileSync(here(path), 'utf8'));
export { require };
