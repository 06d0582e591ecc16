import { splitList } from '../../../shared/text/list';
import { UserInputError } from '../../../shared/inputError';
import { mapped, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { libraryId } from './libraryId';
import { itemOperation } from '../operation';

export const addTemplate = itemOperation({
	option: {
		name: 'Add Template',
		value: 'addTemplate',
		action: 'Add notice template',
		description: 'Add a notice of the library to the account',
	},
	endpoints: ['POST /wxaapi/newtmpl/addtemplate'],
	onlyOnce: { what: 'Notice of the library', isRepeatable: false },
	fields: {
		libraryId,
		keywordIds: mapped(text('Keyword IDs', { hint: 'Two to five, comma-separated' }), splitList),
		use: text('Use', { hint: 'What the notice is for, up to 15 characters' }),
	},
	async execute(ctx, { libraryId, keywordIds, use }) {
		const kidList = keywordIds.map(Number);
		if (kidList.length < 2 || kidList.length > 5) {
			throw new UserInputError(
				`'Keyword IDs' holds ${kidList.length} keyword(s)`,
				'A notice has two to five keywords.',
			);
		}
		const answer = await post(ctx, '/wxaapi/newtmpl/addtemplate', {
			tid: libraryId,
			kidList,
			sceneDesc: use,
		});
		return { templateId: answer.priTmplId };
	},
});
