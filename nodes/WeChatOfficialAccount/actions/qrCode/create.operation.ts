import { numberField, numberOf, requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import { qrCodeBody } from './scene';
import type { ItemOperation } from '../operation';

const daysField = numberField('Valid for Days', 'days', [1, 30], {
	default: 30,
	displayOptions: { show: { lifetime: ['temporary'] } },
});

export const create: ItemOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create QR code',
		description: 'Create a QR code that leads to the account and tells where a follower came from',
	},
	endpoints: ['POST /cgi-bin/qrcode/create'],
	limits: 'temporary up to 30 days, 100,000 permanent ones',
	properties: [
		textField('Scene', 'scene', {
			placeholder: 'e.g. store-12',
			hint: 'Comes back in the event of the scan: up to 64 characters, or a number',
		}),
		{
			displayName: 'Lifetime',
			name: 'lifetime',
			type: 'options',
			options: [
				{ name: 'Permanent', value: 'permanent', description: 'An account has up to 100,000' },
				{ name: 'Temporary', value: 'temporary' },
			],
			default: 'temporary',
		},
		daysField,
	],
	async execute(ctx, itemIndex) {
		const scene = requiredText(ctx, 'scene', 'Scene', itemIndex);
		const isPermanent = ctx.getNodeParameter('lifetime', itemIndex) === 'permanent';
		const days = isPermanent ? 0 : numberOf(ctx, daysField, itemIndex);
		const answer = await post(ctx, '/cgi-bin/qrcode/create', qrCodeBody(scene, isPermanent, days));
		const seconds = answer.expire_seconds;
		return {
			ticket: answer.ticket,
			url: answer.url,
			scene,
			expiresAt: seconds ? new Date(Date.now() + Number(seconds) * 1_000).toISOString() : null,
		};
	},
};
