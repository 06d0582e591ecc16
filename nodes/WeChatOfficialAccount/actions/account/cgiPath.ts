import { UserInputError } from '../../../shared/inputError';
import { mapped, text } from '../../../shared/operations/fields';

/** The path of an API (WeChat: openapi/quota). */
export const cgiPath = mapped(
	text('Endpoint', {
		placeholder: 'e.g. /cgi-bin/message/custom/send',
		hint: 'The path of the API, with a slash before it and without the host',
	}),
	(path) => {
		if (/^\/[^\s?]+$/.test(path)) return path;
		throw new UserInputError(
			"'Endpoint' is not a path that starts with a slash",
			'Leave out the host and what follows a question mark, e.g. /cgi-bin/message/custom/send.',
		);
	},
);
