const e2e = require('./jest.e2e.config.js');

/** The editor, the phone and all pages in a real browser, in one n8n. @type {import('jest').Config} */
module.exports = {
	...e2e,
	roots: ['<rootDir>/test/browser'],
	testMatch: ['**/*.browser.ts'],
	globalSetup: '<rootDir>/test/browser/start.mjs',
	globalTeardown: '<rootDir>/test/browser/stop.mjs',
	testSequencer: '<rootDir>/test/browser/sequencer.js',
	maxWorkers: 1,
	// For what hangs, not for what is slow on a busy machine.
	testTimeout: 240_000,
};
