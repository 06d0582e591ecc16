import { choice } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const setSpeed = itemOperation({
	option: {
		name: 'Set Speed',
		value: 'setSpeed',
		action: 'Set speed of broadcasts',
		description: 'Set how many messages WeChat sends per minute',
	},
	endpoints: ['POST /cgi-bin/message/mass/speed/set'],
	onlyOnce: { what: 'Speed of broadcasts', isRepeatable: true },
	fields: {
		speed: choice(
			'Messages per Minute',
			[
				{ name: '800,000', value: 0 },
				{ name: '600,000', value: 1 },
				{ name: '450,000', value: 2 },
				{ name: '300,000', value: 3 },
				{ name: '100,000', value: 4 },
			],
			0,
		),
	},
	async execute(ctx, { speed }) {
		await post(ctx, '/cgi-bin/message/mass/speed/set', { speed });
		return { speed };
	},
});
