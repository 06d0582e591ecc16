import { numberField, requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const create: ItemOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create short link',
		description: 'Turn up to 4 KB of data into a short key',
	},
	endpoints: ['POST /cgi-bin/shorten/gen'],
	properties: [
		textField('Data', 'data', {
			placeholder: 'e.g. https://example.com/very/long',
			hint: 'Up to 4 KB',
		}),
		numberField('Valid for Days', 'days', [1, 30], { default: 30 }),
	],
	async execute(ctx, itemIndex) {
		const long_data = requiredText(ctx, 'data', 'Data', itemIndex);
		const expire_seconds = Number(ctx.getNodeParameter('days', itemIndex, 30)) * 86_400;
		const answer = await post(ctx, '/cgi-bin/shorten/gen', { long_data, expire_seconds });
		return { shortKey: answer.short_key };
	},
};
