import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const resolve = itemOperation({
	option: {
		name: 'Resolve',
		value: 'resolve',
		action: 'Resolve short link',
		description: 'Get the data behind a short key',
	},
	endpoints: ['POST /cgi-bin/shorten/fetch'],
	fields: { shortKey: text('Short Key') },
	async execute(ctx, { shortKey: short_key }) {
		const answer = await post(ctx, '/cgi-bin/shorten/fetch', { short_key }, true);
		return {
			shortKey: short_key,
			data: answer.long_data,
			createdAt: isoFromSeconds(Number(answer.create_time)),
		};
	},
});
