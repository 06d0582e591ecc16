const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * What takes longest though the files are short, longest first: begun last, one worker would wait for it alone. A
 * machine that has run them before knows better.
 */
const LONG = [
	/[\\/]scenario[\\/]/,
	/[\\/]records[\\/]crash/,
	/[\\/]canvases[\\/]/,
	/[\\/]records[\\/](queue|campaign|activity)/,
];

const placeOf = ({ path }) => {
	const place = LONG.findIndex((pattern) => pattern.test(path));
	return place < 0 ? LONG.length : place;
};

module.exports = class extends Sequencer {
	async sort(tests) {
		const sorted = await super.sort(tests);
		return sorted.sort((one, other) => placeOf(one) - placeOf(other));
	}
};
