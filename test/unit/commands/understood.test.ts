import { understoodShares } from '../../harness/commandSets';

describe('commands and answers, as people write them', () => {
	it('are understood on texts that were written apart from the rules', () => {
		const held = understoodShares('held');
		expect(held.all).toBeGreaterThanOrEqual(0.97);
		// Free text is never taken for a command, nor a face for an answer.
		expect(held).toMatchObject({ free: 1, notAnswer: 1 });
		expect(understoodShares('dev').all).toBeGreaterThanOrEqual(0.97);
	});
});
