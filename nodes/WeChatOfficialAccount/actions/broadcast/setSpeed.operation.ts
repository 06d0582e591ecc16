import { post } from '../call';
import type { ItemOperation } from '../operation';

export const setSpeed: ItemOperation = {
	option: {
		name: 'Set Speed',
		value: 'setSpeed',
		action: 'Set speed of broadcasts',
		description: 'Set how many messages WeChat sends per minute',
	},
	endpoints: ['POST /cgi-bin/message/mass/speed/set'],
	properties: [
		{
			displayName: 'Messages per Minute',
			name: 'speed',
			type: 'options',
			options: [
				{ name: '800,000', value: 0 },
				{ name: '600,000', value: 1 },
				{ name: '450,000', value: 2 },
				{ name: '300,000', value: 3 },
				{ name: '100,000', value: 4 },
			],
			default: 0,
		},
	],
	async execute(ctx, itemIndex) {
		const speed = Number(ctx.getNodeParameter('speed', itemIndex));
		await post(ctx, '/cgi-bin/message/mass/speed/set', { speed });
		return { speed };
	},
};
