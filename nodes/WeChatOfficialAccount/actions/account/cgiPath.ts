import type { IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { requiredText, textField } from '../../descriptions/fields';

export const cgiPathField = textField('Endpoint', 'cgiPath', {
	placeholder: 'e.g. /cgi-bin/message/custom/send',
	hint: 'The path of the API, with a slash before it and without the host',
});

/** The path of an API (WeChat: openapi/quota). @throws UserInputError for another form */
export function cgiPathOf(ctx: IExecuteFunctions, itemIndex: number): string {
	const path = requiredText(ctx, 'cgiPath', 'Endpoint', itemIndex);
	if (/^\/[^\s?]+$/.test(path)) return path;
	throw new UserInputError(
		"'Endpoint' is not a path that starts with a slash",
		'Leave out the host and what follows a question mark, e.g. /cgi-bin/message/custom/send.',
	);
}
