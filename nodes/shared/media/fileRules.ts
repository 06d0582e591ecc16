import { UserInputError } from '../inputError';
import { fileKind } from './fileKind';

/** What WeChat takes of one kind of file. */
export interface FileRule {
	extensions: string[];
	maxBytes: number;
}

const MB = 1_048_576;

/** WeChat: media/upload, material/add_material, media/uploadimg, cv/*. */
export const MEDIA_RULES = {
	image: { extensions: ['png', 'jpg', 'jpeg', 'gif', 'bmp'], maxBytes: 10 * MB },
	voice: { extensions: ['amr', 'mp3', 'wma', 'wav'], maxBytes: 2 * MB },
	video: { extensions: ['mp4'], maxBytes: 10 * MB },
	thumb: { extensions: ['jpg', 'jpeg'], maxBytes: 64 * 1_024 },
	articleImage: { extensions: ['png', 'jpg', 'jpeg'], maxBytes: MB },
	avatar: { extensions: ['jpg', 'jpeg', 'png'], maxBytes: 5 * MB },
	analysis: { extensions: ['jpg', 'jpeg', 'png'], maxBytes: 2 * MB },
	speech: { extensions: ['mp3'], maxBytes: MB },
} satisfies Record<string, FileRule>;

/** A file as WeChat is told of it. */
export interface NamedFile {
	fileName: string;
	contentType: string;
}

/** WeChat goes by the extension, so a file without one gets it from its type. */
function withExtension(fileName: string | undefined, mimeType: string): string {
	const subtype = mimeType.split('/')[1]?.split(/[;+]/)[0] ?? '';
	const extension = subtype === 'mpeg' ? 'mp3' : subtype;
	if (!fileName) return `file.${extension}`;
	return /\.\w+$/.test(fileName) ? fileName : `${fileName}.${extension}`;
}

const extensionOf = (fileName: string): string => fileName.split('.').pop()?.toLowerCase() ?? '';

const isJpeg = (extension: string): boolean => extension === 'jpg' || extension === 'jpeg';

const isSame = (one: string, other: string): boolean =>
	one === other || (isJpeg(one) && isJpeg(other));

/**
 * Holds the size of a file against the rule; worth doing before the file is read.
 *
 * @throws UserInputError when it is empty or too large
 */
export function checkSize(fileName: string, bytes: number, rule: FileRule): void {
	if (bytes > 0 && bytes <= rule.maxBytes) return;
	throw new UserInputError(
		`The file '${fileName}' has ${bytes} bytes; WeChat takes 1 to ${rule.maxBytes}`,
		bytes === 0 ? 'Use a file with content.' : 'Use a smaller file, e.g. a compressed one.',
	);
}

/**
 * Holds a file against the rule by what its bytes are, not by what its name says. A file that is of
 * an accepted kind under the name of another one is named after what it is, since WeChat compares.
 *
 * @throws UserInputError that names the real kind when WeChat would refuse it
 */
export function checkFile(
	file: { fileName?: string; mimeType: string },
	data: Buffer,
	rule: FileRule,
): NamedFile {
	const fileName = withExtension(file.fileName, file.mimeType);
	const extension = extensionOf(fileName);
	const real = fileKind(data);
	const advice = `Use one of these: ${rule.extensions.join(', ')}.`;
	if (real && !rule.extensions.includes(real.extension)) {
		throw new UserInputError(
			isSame(real.extension, extension)
				? `WeChat does not take .${extension} files here`
				: `The file '${fileName}' is ${real.name}, whatever its name says; WeChat does not take it here`,
			`${advice} Renaming does not change what a file is: save it anew in one of these formats.`,
		);
	}
	if (!real && !rule.extensions.includes(extension)) {
		throw new UserInputError(`WeChat does not take .${extension} files here`, advice);
	}
	checkSize(fileName, data.length, rule);
	if (!real || isSame(real.extension, extension)) {
		return { fileName, contentType: real?.mimeType ?? file.mimeType };
	}
	return {
		fileName: `${fileName.replace(/\.[\w-]*$/, '')}.${real.extension}`,
		contentType: real.mimeType,
	};
}
