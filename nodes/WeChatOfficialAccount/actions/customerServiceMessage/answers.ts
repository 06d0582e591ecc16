import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';

/** Answers to tap. */
export const answersField: INodeProperties = {
	displayName: 'Answers',
	name: 'answers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Answer',
	default: {},
	required: true,
	options: [
		{
			displayName: 'Answer',
			name: 'answer',
			values: [
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					description: 'Comes back as bizmsgmenuid',
				},
				{ displayName: 'Text', name: 'content', type: 'string', default: '' },
			],
		},
	],
};

/** An answer of a menu message; its ID comes back when it is tapped. */
export interface Answer extends IDataObject {
	id: string;
	content: string;
}

/** The answers that were filled in. @throws UserInputError when one lacks its ID or its text */
export function answersOf(ctx: IExecuteFunctions, itemIndex: number): Answer[] {
	const rows = ctx.getNodeParameter('answers.answer', itemIndex, []) as IDataObject[];
	if (rows.some(({ id, content }) => !id || !content)) {
		throw new UserInputError("'Answers' is not complete", 'Give every answer an ID and a text.');
	}
	return rows.map(({ id, content }) => ({ id: String(id), content: String(content) }));
}
