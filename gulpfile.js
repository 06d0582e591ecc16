/*
 * What the compiler does not do: assets beside the compiled nodes, libraries that n8n does not provide
 * bundled into the modules that use them, their licences, and a last look at what is required.
 */
const fs = require('node:fs');
const path = require('node:path');
const { builtinModules } = require('node:module');
const { dest, parallel, series, src } = require('gulp');
const esbuild = require('esbuild');

const DIST = path.join(__dirname, 'dist');

/** What a module in n8n may require at run time; everything else has to be inside the module. */
const PROVIDED = new Set(['n8n-workflow', 'lodash', 'luxon', 'crypto', 'node:crypto']);

const REQUIRE = /\brequire\((["'])([^"']+)\1\)/g;

const packageOf = (request) =>
	request.startsWith('@') ? request.split('/', 2).join('/') : request.split('/', 1)[0];

const isProvided = (request) => request.startsWith('.') || PROVIDED.has(packageOf(request));

function compiledModules() {
	return fs
		.readdirSync(DIST, { recursive: true })
		.filter((file) => file.endsWith('.js'))
		.map((file) => path.join(DIST, file));
}

function requestsOf(file) {
	const code = fs.readFileSync(file, 'utf8');
	return [...code.matchAll(REQUIRE)].map(([, , request]) => request);
}

/** The encryption library still calls constructors that Node warns about; same meaning, today's names. */
const MODERN_CALLS = [
	['new Buffer(amountToPad)', 'Buffer.alloc(amountToPad)'],
	["new Buffer(encodingAESKey + '=', 'base64')", "Buffer.from(encodingAESKey + '=', 'base64')"],
	['new Buffer(text)', 'Buffer.from(text)'],
	['new Buffer(4)', 'Buffer.alloc(4)'],
	['new Buffer(this.id)', 'Buffer.from(this.id)'],
	['crypto.pseudoRandomBytes(16)', 'crypto.randomBytes(16)'],
];

function modernise(code) {
	return MODERN_CALLS.reduce((result, [from, to]) => {
		if (!result.includes(from)) throw new Error(`wechat-crypto has changed: no ${from}`);
		return result.replace(from, to);
	}, code);
}

const libraries = {
	name: 'libraries',
	setup(build) {
		build.onResolve({ filter: /.*/ }, ({ path: request, importer, kind }) => {
			if (kind === 'entry-point') return undefined;
			const fromOurs = importer.startsWith(DIST + path.sep);
			const isOurs = fromOurs && request.startsWith('.');
			return isOurs || PROVIDED.has(packageOf(request))
				? { path: request, external: true }
				: undefined;
		});
		build.onLoad({ filter: /wechat-crypto[\\/]lib[\\/]msg_crypto\.js$/ }, ({ path: file }) => ({
			contents: modernise(fs.readFileSync(file, 'utf8')),
		}));
	},
};

const bundled = new Set();

function remember(metafile) {
	for (const input of Object.keys(metafile.inputs)) {
		const [, folder] =
			/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.replace(/\\/g, '/')) ?? [];
		if (folder) bundled.add(folder);
	}
}

/** Puts the libraries a module requires into that module. */
async function bundle() {
	const files = compiledModules().filter((file) => !requestsOf(file).every(isProvided));
	for (const file of files) {
		const { metafile } = await esbuild.build({
			entryPoints: [file],
			outfile: file,
			allowOverwrite: true,
			bundle: true,
			platform: 'node',
			target: 'node20',
			format: 'cjs',
			legalComments: 'none',
			// Chinese as it is takes half the room of its escapes.
			charset: 'utf8',
			// Comments of libraries name modules in their examples, and nobody reads them here.
			minify: true,
			// A universal module asks for it before it finds that it is a CommonJS one; n8n forbids the name.
			define: {
				globalThis: 'undefined',
				'globalThis.TextEncoder': 'undefined',
				'globalThis.TextDecoder': 'undefined',
			},
			// n8n allows no output of its own to a community package.
			drop: ['console'],
			metafile: true,
			plugins: [libraries],
		});
		remember(metafile);
	}
}

/** The licences of what has been bundled, as they demand. */
async function notices() {
	const texts = [...bundled].sort().map((folder) => {
		const { name, version, license } = JSON.parse(
			fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
		);
		const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
		const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : license;
		return `${name} ${version} (${license})\n\n${text}\n`;
	});
	fs.writeFileSync(
		path.join(DIST, 'THIRD-PARTY-NOTICES.txt'),
		texts.join(`\n${'-'.repeat(72)}\n\n`),
	);
}

const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));

const nodeAssets = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: 'nodes' }).pipe(
		dest('dist/nodes'),
	);

/** Space and long local names are a fifth of the package. What a trace of an error names stays as it is written. */
const withoutSpace = (code) =>
	esbuild.transformSync(code, {
		minify: true,
		charset: 'utf8',
		legalComments: 'none',
		target: 'node20',
	}).code;

/** What only n8n reads takes no more room than it has to. */
async function compact() {
	for (const file of fs
		.readdirSync(DIST, { recursive: true })
		.map((name) => path.join(DIST, name))) {
		const change = {
			'.js': withoutSpace,
			'.json': (text) => JSON.stringify(JSON.parse(text)),
		};
		const made = change[path.extname(file)]?.(fs.readFileSync(file, 'utf8'));
		if (made !== undefined) fs.writeFileSync(file, made);
	}
}

/** A module that requires what n8n does not provide would crash at the user's, and only there. */
async function check() {
	const problems = compiledModules().flatMap((file) =>
		requestsOf(file)
			.filter((request) => !isProvided(request))
			// The compiled output of a bundled library may name built-ins; those are forbidden as well.
			.map((request) => `${path.relative(DIST, file)} requires ${request}`),
	);
	if (problems.length > 0) {
		const hint = problems.some((line) => builtinModules.some((name) => line.endsWith(` ${name}`)));
		throw new Error(`${problems.join('\n')}${hint ? '\n(n8n forbids Node built-ins)' : ''}`);
	}
}

exports.default = series(parallel(icons, nodeAssets), bundle, compact, notices, check);
