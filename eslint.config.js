import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import arrows from './eslint.arrows.js';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	{
		ignores: [
			'build/',
			'build-fixtures/',
			'.svelte-kit/',
			'static/',
			'geodata/built/',
			'geodata/downloads/',
			'test-results/',
			'playwright-report/',
			'tests/**/fixtures/',
		],
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// TypeScript reports undefined names itself, and knows the types that ESLint takes for variables.
			'no-undef': 'off',
			// Playwright wants its fixtures' first parameter destructured, even when nothing is taken from it.
			'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
			],
		},
	},
	{
		// The command line's and the tests' way to speak.
		files: ['src/cli/**', 'tests/**', 'geodata/**', '*.config.{js,ts}'],
		rules: { 'no-console': 'off' },
	},
	{
		files: ['**/*.svelte', '**/*.svelte.{js,ts}'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
		},
		rules: {
			// All links of the site are relative, so that it works under any base path.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		// The few rules that need types and are worth their seconds: a promise that nobody waits for.
		files: ['src/**/*.ts', 'tests/**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		files: ['src/**/*.{js,ts,svelte}'],
		plugins: { dateline: arrows },
		rules: { 'dateline/arrows': 'error' },
	},
);
