import { builtinModules } from 'node:module';
import path from 'node:path';

/** Each part of the source tree, and the parts that it may import besides itself. */
const MAY_IMPORT = {
	story: [],
	geo: ['story'],
	labels: ['story', 'geo'],
	gazetteer: ['story', 'geo'],
	lookup: ['story', 'geo', 'gazetteer'],
	compiler: ['story', 'geo', 'gazetteer'],
	stills: ['story', 'geo', 'labels'],
	share: ['story', 'geo', 'stills'],
	slides: ['story'],
	drafting: ['story', 'geo', 'gazetteer', 'compiler'],
	server: ['story', 'geo', 'gazetteer', 'compiler', 'stills', 'share', 'slides'],
	runtime: ['story', 'geo', 'labels'],
	components: ['story', 'geo', 'runtime', 'lookup'],
	routes: ['story', 'geo', 'runtime', 'lookup', 'components'],
	'routes on the server': ['story', 'geo', 'runtime', 'components', 'server'],
	cli: ['story', 'geo', 'gazetteer', 'compiler', 'stills', 'drafting', 'server'],
};

const WHY = {
	story: 'it is the contract that all others share, so it depends on nothing',
	geo: 'it is pure maths on the sphere, shared by the build and the browser',
	labels:
		'it decides where names stand by measures alone, so that the live map and the stills set them alike',
	gazetteer: 'it only finds places by name, and must not know who asks',
	lookup: 'it runs the gazetteer in a worker of its own, for pages that ask for it; stories do not',
	compiler: 'it will also run in a browser worker, and knows only texts and places',
	stills: 'it draws from the story and its geometry alone, so that a still and the live map cannot disagree',
	share: 'it composes a picture of a still and words; faces and pixels belong to src/lib/server',
	slides: 'it splits the text of a story for a room, and knows neither page nor map',
	drafting: 'it writes what the compiler reads, and runs where the compiler runs',
	server: 'it is the layer that reads the disk at build time, and never drives the page',
	runtime:
		'it is sent to every reader; what it imports beyond story, geo and labels (the gazetteer!) is sent with it',
	components: 'they are sent to every reader, and get their data as props',
	routes: 'they are thin and sent to the reader; only +*.server.ts and +server.ts files may reach lib/server',
	'routes on the server': 'they fetch data from lib/server, which alone talks to the parts behind it',
	cli: 'the commands of the author work on the disk, without a page',
};

/** They run at build time and, one day, in a browser worker. */
const WITHOUT_NODE = [
	'story',
	'geo',
	'labels',
	'gazetteer',
	'lookup',
	'compiler',
	'stills',
	'share',
	'slides',
	'drafting',
];

const MAPLIBRE_HOME = 'src/lib/runtime/map/maplibre.ts';

const BUILTINS = new Set(builtinModules);

/**
 * The direction of imports, as one rule: `story ← geo ← gazetteer ← compiler ← drafting, server ← routes, cli`
 * and `story, geo ← labels ← runtime ← components ← routes`. Reports imports, re-exports, `import()`, `import('…')` types
 * and `import.meta.glob`, however the specifier is written.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
const arrows = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			arrow: '{{from}} must not import {{to}} ("{{specifier}}"): {{why}}. It may import {{allowed}}.',
			package: 'story must not import a package ("{{specifier}}"): {{why}}.',
			node: '{{from}} must not import Node ("{{specifier}}"): it also runs in a browser worker, where there is none. Reading the disk belongs to src/lib/server.',
			maplibre: `Only ${MAPLIBRE_HOME} imports maplibre-gl ("{{specifier}}"), so that the map loads after the text and a new MapLibre changes one file. Import from there, or export there what is missing.`,
			unknown:
				'src/lib/{{folder}} has no place in the direction of imports: add it to MAY_IMPORT in eslint.arrows.js.',
		},
	},
	create(context) {
		const file = toPosix(path.relative(context.cwd, context.filename));
		const from = partOf(file);
		if (from === null) return {};

		/** @param {import('estree').Node | null | undefined} node */
		function check(node) {
			const specifier = textOf(node);
			if (!node || specifier === null) return;
			const report = (/** @type {string} */ messageId, /** @type {Record<string, string>} */ data = {}) =>
				context.report({ node, messageId, data: { from, specifier, why: WHY[from], ...data } });

			const target = fileOf(specifier, file);
			if (target !== null) {
				const to = partOf(target);
				if (to !== null && to !== from && !mayImport(from, to))
					report('arrow', { to, allowed: MAY_IMPORT[from].join(', ') || 'nothing' });
				return;
			}
			if (/^maplibre-gl(\/|$)/.test(specifier) && file !== MAPLIBRE_HOME) report('maplibre');
			else if (WITHOUT_NODE.includes(from) && isNode(specifier)) report('node');
			else if (from === 'story') report('package');
		}

		return {
			Program(node) {
				if (!(from in MAY_IMPORT))
					context.report({ loc: { line: 1, column: 0 }, node, messageId: 'unknown', data: { folder: from } });
			},
			ImportDeclaration: (node) => check(node.source),
			ExportNamedDeclaration: (node) => check(node.source),
			ExportAllDeclaration: (node) => check(node.source),
			ImportExpression: (node) => check(node.source),
			TSImportType: (/** @type {any} */ node) => check(node.source ?? node.argument?.literal),
			'CallExpression[callee.type="MemberExpression"][callee.object.type="MetaProperty"][callee.property.name="glob"]':
				(/** @type {import('estree').CallExpression} */ node) => {
					const [patterns] = node.arguments;
					if (patterns?.type === 'ArrayExpression') patterns.elements.forEach((pattern) => check(pattern));
					else check(patterns);
				},
		};
	},
};

/**
 * The part of the source tree that a file belongs to; the folder's name for an unknown one below src/lib; `null` outside.
 *
 * @param {string} file relative to the project, with forward slashes
 */
function partOf(file) {
	const [src, first, second, third] = file.split('/');
	if (src !== 'src') return null;
	if (first === 'lib') return third === undefined && second?.includes('.') ? null : (second ?? null);
	if (first === 'cli') return 'cli';
	if (first !== 'routes') return null;
	return /^\+(.*\.)?server\.[jt]s$/.test(path.posix.basename(file)) ? 'routes on the server' : 'routes';
}

/** @type {(from: string, to: string) => boolean} */
function mayImport(from, to) {
	if (to === 'routes' || to === 'routes on the server') return from.startsWith('routes');
	return !(from in MAY_IMPORT) || !(to in MAY_IMPORT) || MAY_IMPORT[from].includes(to);
}

/**
 * The file that a specifier names, relative to the project; `null` for a package.
 *
 * @param {string} specifier
 * @param {string} importer relative to the project
 */
function fileOf(specifier, importer) {
	if (/^\.{1,2}(\/|$)/.test(specifier)) return path.posix.join(path.posix.dirname(importer), specifier);
	if (/^[#$]lib(\/|$)/.test(specifier)) return path.posix.join('src/lib', specifier.slice('#lib'.length));
	if (/^\/?src\//.test(specifier)) return path.posix.normalize(specifier.replace(/^\//, ''));
	return null;
}

/** @param {import('estree').Node | null | undefined} node */
function textOf(node) {
	if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
	if (node?.type === 'TemplateLiteral') return node.quasis[0]?.value.cooked ?? null;
	return null;
}

/** @param {string} specifier */
function isNode(specifier) {
	return specifier.startsWith('node:') || BUILTINS.has(specifier.replace(/\/.*$/, ''));
}

/** @param {string} file */
function toPosix(file) {
	return file.replaceAll('\\', '/');
}

export default { rules: { arrows } };
