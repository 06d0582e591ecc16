/* Strips the types; they are checked by `npm run typecheck`. */
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const OPTIONS = {
	loader: 'ts',
	format: 'cjs',
	// Jest has no module loader of its own for import().
	supported: { 'dynamic-import': false },
	target: 'node20',
	sourcemap: true,
};

module.exports = {
	getCacheKey: (source, path) =>
		createHash('sha256')
			.update([version, JSON.stringify(OPTIONS), path, source].join('\n'))
			.digest('hex'),
	process(source, path) {
		const { code, map } = transformSync(source, { ...OPTIONS, sourcefile: path });
		return { code, map };
	},
};
