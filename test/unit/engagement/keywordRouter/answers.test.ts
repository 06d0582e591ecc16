import { countAnswers } from '../../../harness/answerSets';

/** What is reached on texts that were written apart from the rules; the texts themselves are read by nobody. */
describe('Texts that nobody looked at', () => {
	const { answer, leave, offer } = countAnswers('held');

	it('are answered where the library has it, mostly by the right keyword', () => {
		expect((answer.answered + answer.offered) / answer.texts).toBeGreaterThanOrEqual(0.85);
		expect(answer.wrong / answer.texts).toBeLessThanOrEqual(0.08);
	});

	it('are left where it does not have it', () => {
		expect(leave.answered / leave.texts).toBeLessThanOrEqual(0.1);
	});

	it('are seldom answered where a choice is better', () => {
		expect(offer.answered / offer.texts).toBeLessThanOrEqual(0.36);
	});
});
