import { splitList } from '../../../shared/text/list';
import { UserInputError } from '../../../shared/inputError';
import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const addTemplate: ItemOperation = {
	option: {
		name: 'Add Template',
		value: 'addTemplate',
		action: 'Add notice template',
		description: 'Add a notice of the library to the account',
	},
	endpoints: ['POST /wxaapi/newtmpl/addtemplate'],
	properties: [
		textField('Library ID', 'libraryId', { hint: 'The tid from Get Many Public Titles' }),
		textField('Keyword IDs', 'keywordIds', { hint: 'Two to five, comma-separated' }),
		textField('Use', 'use', { hint: 'What the notice is for, up to 15 characters' }),
	],
	async execute(ctx, itemIndex) {
		const kidList = splitList(requiredText(ctx, 'keywordIds', 'Keyword IDs', itemIndex)).map(
			Number,
		);
		if (kidList.length < 2 || kidList.length > 5) {
			throw new UserInputError(
				`'Keyword IDs' holds ${kidList.length} keyword(s)`,
				'A notice has two to five keywords.',
			);
		}
		const answer = await post(ctx, '/wxaapi/newtmpl/addtemplate', {
			tid: requiredText(ctx, 'libraryId', 'Library ID', itemIndex),
			kidList,
			sceneDesc: requiredText(ctx, 'use', 'Use', itemIndex),
		});
		return { templateId: answer.priTmplId };
	},
};
