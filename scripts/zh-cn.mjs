/*
 * `npm run build:zh-CN [-- --revision N]`: the package with Chinese texts, made of the same sources and the
 * catalogue in locales/zh-CN. Messages are put into the sources before they are compiled; descriptions into the
 * nodes and credentials as they are loaded. Node types, parameters and everything that runs are the same.
 */
import { createRequire } from 'node:module';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { pack, packFrom, SOURCES, UNPACKED } from './lib/pack.mjs';
import { ROOT, say } from './lib/process.mjs';

/**
 * n8n takes tags and versions in small letters only. One version can be published once, so the Chinese one has
 * an ending of its own.
 */
const TAG = 'zh-cn';
const CATALOGUES = join(ROOT, 'locales/zh-CN');
const FOLDER = join(ROOT, '.cache/zh-CN');
const TOOLS = join(FOLDER, 'build.js');
const TREE = join(FOLDER, 'source');
const PACKED = join(FOLDER, 'packed');
const PACKAGE = join(FOLDER, 'package');
const DIST = join(PACKAGE, 'dist');
const HELPER = join(DIST, 'locales/translated.js');

const { values } = parseArgs({ options: { revision: { type: 'string', default: '0' } } });
const require = createRequire(import.meta.url);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file, value) => writeFileSync(file, JSON.stringify(value));

/** What the class of a module shows, and the lookup of its texts, which notes what was used and what is missing. */
function translationOf(id, translate, missing) {
	const file = join(CATALOGUES, `${id}.json`);
	const catalogues = [file, join(CATALOGUES, 'shared.json')].filter(existsSync).map(readJson);
	const used = {};
	translate(
		helper.lookupIn(
			catalogues,
			(catalogue, key) => (used[key] = catalogue[key]),
			(text) => missing.push(`${id}: ${text}`),
		),
	);
	return used;
}

/** Puts a module in place of another one that gives the same class in other words. */
function wrap(file, className, translator, catalogue) {
	const english = file.replace(/\.(node|credentials)\.js$/, '.english.js');
	renameSync(file, english);
	const texts = join(dirname(HELPER), `${className}.json`);
	writeJson(texts, catalogue);
	const from = (target) => {
		const path = relative(dirname(file), target).replace(/\\/g, '/');
		return JSON.stringify(path.startsWith('.') ? path : `./${path}`);
	};
	writeFileSync(
		file,
		`"use strict";exports.${className}=require(${from(HELPER)}).${translator}(require(${from(english)}).${className},require(${from(texts)}));\n`,
	);
}

const classOf = (file) => basename(file).split('.', 1)[0];

/** Says what has no Chinese, and ends. */
function refuse(missing) {
	rmSync(PACKAGE, { recursive: true, force: true });
	console.error(
		`No Chinese package: ${missing.length} texts have no entry in locales/zh-CN.\n${missing.join('\n')}`,
	);
	process.exit(1);
}

/** What the scripts take from TypeScript, as one module. */
async function bundle(entry, outfile) {
	await build({
		entryPoints: [join(ROOT, entry)],
		outfile,
		bundle: true,
		packages: 'external',
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		charset: 'utf8',
		minifyWhitespace: true,
	});
	return require(outfile);
}

/** The package with Chinese messages, compiled and packed as the English one. */
async function packChinese() {
	const { Messages, writeSources } = await bundle('locales/build.ts', TOOLS);
	rmSync(TREE, { recursive: true, force: true });
	for (const path of SOURCES) cpSync(join(ROOT, path), join(TREE, path), { recursive: true });
	const missing = writeSources(ROOT, TREE, new Messages(CATALOGUES));
	if (missing.length > 0) refuse(missing);
	await packFrom(TREE, PACKED);
	rmSync(PACKAGE, { recursive: true, force: true });
	renameSync(join(PACKED, 'package'), PACKAGE);
	// A second copy of the sources would be linted with the first.
	for (const folder of [TREE, PACKED]) rmSync(folder, { recursive: true });
}

await pack();
say('Putting the Chinese texts in');
await packChinese();
const helper = await bundle('locales/translated.ts', HELPER);

const { scripts, devDependencies, ...manifest } = readJson(join(UNPACKED, 'package.json'));
const missing = [];
for (const path of manifest.n8n.nodes) {
	const file = join(PACKAGE, path);
	const name = classOf(file);
	const { description } = new (require(join(UNPACKED, path))[name])();
	const catalogue = translationOf(
		description.name,
		(lookup) => helper.translatedDescription(description, lookup),
		missing,
	);
	wrap(file, name, 'translatedNode', catalogue);
	// Who knows the English name finds the node by it.
	const codexFile = file.replace(/\.js$/, '.json');
	const codex = readJson(codexFile);
	writeJson(codexFile, { ...codex, alias: [description.displayName, ...codex.alias] });
}
for (const path of manifest.n8n.credentials) {
	const file = join(PACKAGE, path);
	const name = classOf(file);
	const credential = new (require(join(UNPACKED, path))[name])();
	const catalogue = translationOf(
		credential.name,
		(lookup) => helper.translatedCredential(credential, lookup),
		missing,
	);
	wrap(file, name, 'translatedCredentialType', catalogue);
}
if (missing.length > 0) refuse(missing);

const version = `${manifest.version}-${TAG}.${Number(values.revision)}`;
writeFileSync(
	join(PACKAGE, 'package.json'),
	`${JSON.stringify(
		{
			...manifest,
			version,
			description:
				'用 n8n 运营微信公众号：消息、事件和留言触发流程，全部服务端接口和运营能力作为节点（中文版）',
			publishConfig: { tag: TAG },
		},
		null,
		'\t',
	)}\n`,
);
renameSync(join(PACKAGE, 'README.zh-CN.md'), join(PACKAGE, 'README.md'));
say(`${manifest.name}@${version} lies in ${relative(ROOT, PACKAGE)}`);
