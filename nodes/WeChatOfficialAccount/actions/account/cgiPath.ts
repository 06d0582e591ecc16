import { textField } from '../../descriptions/fields';

export const cgiPathField = textField('Endpoint', 'cgiPath', {
	placeholder: 'e.g. /cgi-bin/message/custom/send',
	hint: 'The path of the API, with a slash before it and without the host',
});
