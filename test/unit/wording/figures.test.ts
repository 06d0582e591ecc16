import { complianceFigures, contactFigures } from '../../harness/wordingSets';

/*
 * What is reached on texts written apart from the rules. The aim is 95 % found and 3 % false alarms; it is reached on
 * the parts by which rules are mended, and not on those kept aside. The figures below are what holds today.
 */

describe('wording, contact data and offers, on texts written apart from the rules', () => {
	it('reach the aim on the parts to mend by', () => {
		for (const { found, falseAlarms } of [complianceFigures('dev'), contactFigures('dev')]) {
			expect(found).toBeGreaterThanOrEqual(0.95);
			expect(falseAlarms).toBeLessThanOrEqual(0.03);
		}
	});

	it('find what they find on the parts kept aside, which is less than the aim', () => {
		expect(complianceFigures('held').found).toBeGreaterThanOrEqual(0.7);
		expect(complianceFigures('held').falseAlarms).toBeLessThanOrEqual(0.06);
		expect(contactFigures('held').found).toBeGreaterThanOrEqual(0.8);
		expect(contactFigures('held').falseAlarms).toBeLessThanOrEqual(0.07);
	});
});
