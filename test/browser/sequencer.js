const { default: Sequencer } = require('@jest/test-sequencer');

/** By name: the package is installed first, and updated and uninstalled at the end. */
module.exports = class extends Sequencer {
	sort(tests) {
		return [...tests].sort((one, other) => one.path.localeCompare(other.path));
	}
};
