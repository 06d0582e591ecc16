export interface UploadedFile {
	name: string;
	fileName: string;
	contentType: string;
	data: Buffer;
}

export const isMultipart = (contentType: string): boolean =>
	contentType.startsWith('multipart/form-data');

/** The file and the other fields of an upload. */
export function parseMultipart(
	body: Buffer,
	contentType: string,
): { file?: UploadedFile; form: Record<string, string> } {
	const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? '';
	const form: Record<string, string> = {};
	let file: UploadedFile | undefined;
	// latin1 keeps every byte as one character.
	for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
		const [head = '', ...rest] = part.split('\r\n\r\n');
		const content = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1');
		const header = Buffer.from(head, 'latin1').toString('utf8');
		const name = / name="([^"]*)"/.exec(header)?.[1] ?? '';
		const fileName = /filename="([^"]*)"/.exec(header)?.[1];
		const type = /Content-Type: (\S+)/i.exec(header)?.[1] ?? '';
		if (fileName === undefined) form[name] = content.toString('utf8');
		else file = { name, fileName, contentType: type, data: content };
	}
	return { file, form };
}
