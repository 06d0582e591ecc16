import { findContacts } from '../../../nodes/shared/text/contacts';
import { normalise } from '../../../nodes/shared/text/normalise';
import { sensitiveSearch } from '../../../nodes/shared/text/topics';
import { checkWording } from '../../../nodes/shared/wording/check';
import { readSet, type SetName, type SetPart } from '../../harness/understanding';

/*
 * What is reached on texts written apart from the rules. The aim is 95 % found and 3 % false alarms; it is reached on
 * the parts by which rules are mended, and not on those kept aside. The figures below are what holds today.
 */

const search = sensitiveSearch(true, [], normalise);
const isHidden = (text: string): boolean => {
	const plain = normalise(text);
	return findContacts(plain, false).length + search(plain).length > 0;
};

function figures(
	name: SetName,
	part: SetPart,
	harmless: string,
	isFound: (text: string) => boolean,
) {
	const set = readSet(name, part);
	const share = (isHarmless: boolean) => {
		const texts = set.filter(({ label }) => (label === harmless) === isHarmless);
		return texts.filter(({ text }) => isFound(text)).length / texts.length;
	};
	return { found: share(false), falseAlarms: share(true) };
}

const compliance = (part: SetPart) =>
	figures('compliance', part, 'fine', (text) => checkWording(text).length > 0);
const contacts = (part: SetPart) => figures('contacts', part, 'none', isHidden);

describe('wording, contact data and offers, on texts written apart from the rules', () => {
	it('reach the aim on the parts to mend by', () => {
		for (const { found, falseAlarms } of [compliance('dev'), contacts('dev')]) {
			expect(found).toBeGreaterThanOrEqual(0.95);
			expect(falseAlarms).toBeLessThanOrEqual(0.03);
		}
	});

	it('find what they find on the parts kept aside, which is less than the aim', () => {
		expect(compliance('held').found).toBeGreaterThanOrEqual(0.7);
		expect(compliance('held').falseAlarms).toBeLessThanOrEqual(0.07);
		expect(contacts('held').found).toBeGreaterThanOrEqual(0.55);
		expect(contacts('held').falseAlarms).toBeLessThanOrEqual(0.09);
	});
});
