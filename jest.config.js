/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/node_modules/'],
	setupFiles: ['<rootDir>/test/harness/quiet.js', 'reflect-metadata'],
	// Types are checked by `npm run typecheck`; checking them again in every test file is slow.
	transform: { '^.+\\.ts$': '<rootDir>/test/harness/transform.js' },
	// For what hangs, not for what is slow on a busy machine.
	testTimeout: 120_000,
};
