import { splitRecipients } from '../../../nodes/WeChatOfficialAccount/actions/broadcast/audience';

describe('splitRecipients', () => {
	it('makes broadcasts of 2 to 10,000 and forgets nobody', () => {
		for (const count of [2, 9_999, 10_000, 10_001, 20_001]) {
			const openIds = [...Array(count).keys()].map(String);
			const batches = splitRecipients(openIds);
			expect(batches.flat().sort()).toEqual(openIds.sort());
			expect(batches.every(({ length }) => length >= 2 && length <= 10_000)).toBe(true);
		}
		expect(() => splitRecipients(['oA'])).toThrow('at least two');
	});
});
