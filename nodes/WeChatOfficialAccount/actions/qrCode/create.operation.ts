import { choice, integer, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { qrCodeBody } from './scene';
import { itemOperation } from '../operation';

export const create = itemOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create QR code',
		description: 'Create a QR code that leads to the account and tells where a follower came from',
	},
	endpoints: ['POST /cgi-bin/qrcode/create'],
	limits: 'temporary up to 30 days, 100,000 permanent ones',
	onlyOnce: { what: 'QR code', isRepeatable: true },
	fields: {
		scene: text('Scene', {
			placeholder: 'e.g. store-12',
			hint: 'Comes back in the event of the scan: up to 64 characters, or a number',
		}),
		lifetime: choice(
			'Lifetime',
			[
				{ name: 'Permanent', value: 'permanent', description: 'An account has up to 100,000' },
				{ name: 'Temporary', value: 'temporary' },
			],
			'temporary',
		),
		days: integer('Valid for Days', [1, 30], {
			default: 30,
			displayOptions: { show: { lifetime: ['temporary'] } },
		}),
	},
	async execute(ctx, values) {
		const { scene, lifetime } = values;
		const isPermanent = lifetime === 'permanent';
		const days = isPermanent ? 0 : values.days;
		const answer = await post(ctx, '/cgi-bin/qrcode/create', qrCodeBody(scene, isPermanent, days));
		const seconds = answer.expire_seconds;
		return {
			ticket: answer.ticket,
			url: answer.url,
			scene,
			expiresAt: seconds ? new Date(Date.now() + Number(seconds) * 1_000).toISOString() : null,
		};
	},
});
