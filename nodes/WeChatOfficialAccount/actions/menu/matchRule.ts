import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { choice, type ValuesOf } from '../../../shared/operations/fields';
import { tag } from '../../descriptions/locators';
import { tagIdOf } from '../tag/tags';

/** Which followers see a conditional menu. */
export const matchRuleFields = {
	shownTo: choice(
		'Shown To',
		[
			{ name: 'Android Users', value: '2' },
			{ name: 'Followers With a Tag', value: 'tag' },
			{ name: 'iOS Users', value: '1' },
			{ name: 'Users of Other Systems', value: '3' },
		],
		'tag',
	),
	tag: tag({ displayOptions: { show: { shownTo: ['tag'] } } }),
};

/** Who sees a conditional menu, in WeChat's words. */
export async function matchRuleOf(
	ctx: IExecuteFunctions,
	values: ValuesOf<typeof matchRuleFields>,
): Promise<IDataObject> {
	return values.shownTo === 'tag'
		? { tag_id: String(await tagIdOf(ctx, values.tag)) }
		: { client_platform_type: values.shownTo };
}
