const base = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	...base,
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.e2e.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	setupFiles: [],
	globalSetup: '<rootDir>/test/e2e/start.mjs',
	globalTeardown: '<rootDir>/test/e2e/stop.mjs',
	// One n8n serves all files; two cores are busy enough with it.
	maxWorkers: 1,
	testTimeout: 90_000,
};
