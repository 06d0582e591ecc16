import { beaconValue } from '../../../../nodes/WeChatActivity/engine/lottery/beacon';

describe('the value of a public number', () => {
	it.each(['386', '3 8 6', ' 3-8-6 ', '３，８，６', '3、8、6', '3+8+6'])(
		'is the same however it is written: %s',
		(written) => {
			expect(beaconValue(written)).toBe('386');
		},
	);

	it('keeps zeros and letters, and is empty where there are only signs', () => {
		expect(beaconValue('03 07 11 + 08')).toBe('03071108');
		expect(beaconValue('f00-Ba')).toBe('f00Ba');
		expect(beaconValue(' — … ')).toBe('');
	});
});
