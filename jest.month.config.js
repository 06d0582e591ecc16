const e2e = require('./jest.e2e.config.js');

/** A month of an account: half an hour, so it has a command of its own. @type {import('jest').Config} */
module.exports = { ...e2e, testMatch: ['**/*.month.ts'], maxWorkers: 1 };
