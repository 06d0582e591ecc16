import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const resolve: ItemOperation = {
	option: {
		name: 'Resolve',
		value: 'resolve',
		action: 'Resolve short link',
		description: 'Get the data behind a short key',
	},
	endpoints: ['POST /cgi-bin/shorten/fetch'],
	properties: [textField('Short Key', 'shortKey')],
	async execute(ctx, itemIndex) {
		const short_key = requiredText(ctx, 'shortKey', 'Short Key', itemIndex);
		const answer = await post(ctx, '/cgi-bin/shorten/fetch', { short_key }, true);
		return {
			shortKey: short_key,
			data: answer.long_data,
			createdAt: isoFromSeconds(Number(answer.create_time)),
		};
	},
};
