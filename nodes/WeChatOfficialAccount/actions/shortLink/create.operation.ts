import { atMost } from '../../../shared/limits';
import { numberField, numberOf, requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

const MAX_BYTES = 4_096;

const daysField = numberField('Valid for Days', 'days', [1, 30], { default: 30 });

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
		daysField,
	],
	async execute(ctx, itemIndex) {
		const data = requiredText(ctx, 'data', 'Data', itemIndex);
		const long_data = atMost('Data', data, MAX_BYTES, 'bytes');
		const expire_seconds = numberOf(ctx, daysField, itemIndex) * 86_400;
		const answer = await post(ctx, '/cgi-bin/shorten/gen', { long_data, expire_seconds });
		return { shortKey: answer.short_key };
	},
};
