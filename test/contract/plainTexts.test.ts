import type { INodeParameters } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

describe('fault 2.9: what an expression gives in place of a text', () => {
	const account = useAccount();
	const remark = '={{ $json.remark }}';

	it.each<[string, string, INodeParameters, string]>([
		['user', 'setRemark', { openId: 'oA', remark }, 'Remark'],
		['tag', 'create', { name: remark }, 'Name'],
		['qrCode', 'create', { scene: remark }, 'Scene'],
		['customerServiceMessage', 'sendText', { openId: 'oA', text: remark }, 'Text'],
	])(
		'an object in %s: %s is told before the call',
		async (resource, operation, parameters, label) => {
			const items = [{ remark: { first: '龙', last: '井' } }];
			const { error } = await runAction(
				resource,
				operation,
				parameters,
				items,
				account.credentials,
			);
			expect(error?.message).toContain(`'${label}' is an object, not a text`);
			expect(account.calls()).toHaveLength(0);
		},
	);
});
