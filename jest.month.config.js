const e2e = require('./jest.e2e.config.js');

/**
 * A month of an account, once for each store: half an hour each, so it has a command of its own. What stands behind it chooses
 * the store: `npm run test:month -- postgres`.
 *
 * @type {import('jest').Config}
 */
module.exports = { ...e2e, testMatch: ['**/*.month.ts'], maxWorkers: 1 };
