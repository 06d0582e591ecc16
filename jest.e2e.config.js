const { availableParallelism } = require('node:os');
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
	testSequencer: '<rootDir>/test/e2e/sequencer.js',
	// Each worker has an n8n of its own, unless one is kept running for it.
	maxWorkers: process.env.N8N_TEST_URL ? 1 : Math.min(2, availableParallelism()),
	testTimeout: 90_000,
};
