import { post } from '../call';
import { itemOperation } from '../operation';

export const getSpeed = itemOperation({
	option: {
		name: 'Get Speed',
		value: 'getSpeed',
		action: 'Get speed of broadcasts',
	},
	endpoints: ['POST /cgi-bin/message/mass/speed/get'],
	fields: {},
	async execute(ctx) {
		const path = '/cgi-bin/message/mass/speed/get';
		const { speed = null, realspeed = null } = await post(ctx, path, {}, true);
		return { speed, realSpeed: realspeed };
	},
});
