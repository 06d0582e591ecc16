import { atMost } from '../../../shared/limits';
import { integer, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

const MAX_BYTES = 4_096;

export const create = itemOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create short link',
		description: 'Turn up to 4 KB of data into a short key',
	},
	endpoints: ['POST /cgi-bin/shorten/gen'],
	// A second one leads to the same, and both expire.
	onlyOnce: { what: 'Short link', isRepeatable: true },
	fields: {
		data: text('Data', { placeholder: 'e.g. https://example.com/very/long', hint: 'Up to 4 KB' }),
		days: integer('Valid for Days', [1, 30], { default: 30 }),
	},
	async execute(ctx, { data, days }) {
		const long_data = atMost('Data', data, MAX_BYTES, 'bytes');
		const expire_seconds = days * 86_400;
		const answer = await post(ctx, '/cgi-bin/shorten/gen', { long_data, expire_seconds });
		return { shortKey: answer.short_key };
	},
});
