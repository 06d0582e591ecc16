import chunk from 'lodash/chunk';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../../../shared/inputError';
import { checkFile, checkSize, type FileRule } from '../../../../shared/media/fileRules';
import type { MultipartPart } from '../../../../shared/transport/types';
import type { Picture } from '../../../engine/article/pictures';
import { download } from './download';

/** Pictures that are fetched at the same time. */
const AT_ONCE = 4;

/** More are not told: whoever has so many has one reason. */
const MAX_TOLD = 10;

/** A picture that is wanted, and what it has to be. */
export interface Wanted {
	picture: Picture;
	rule: FileRule;
}

interface Read {
	data: Buffer;
	fileName?: string;
	mimeType: string;
}

/** The file in an input field; undefined when there is none, for which n8n has an error of its own. */
function fileIn(ctx: IExecuteFunctions, itemIndex: number, field: string): IBinaryData | undefined {
	try {
		return ctx.helpers.assertBinaryData(itemIndex, field);
	} catch {
		return undefined;
	}
}

async function readField(
	ctx: IExecuteFunctions,
	itemIndex: number,
	field: string,
	rule: FileRule,
): Promise<Read> {
	const file = fileIn(ctx, itemIndex, field);
	if (!file) {
		throw new UserInputError('it is neither an address nor an input field of this item', '');
	}
	const { fileName, mimeType, bytes } = file;
	if (bytes !== undefined) checkSize(fileName ?? field, bytes, rule);
	return { data: await ctx.helpers.getBinaryDataBuffer(itemIndex, field), fileName, mimeType };
}

async function read(
	ctx: IExecuteFunctions,
	itemIndex: number,
	{ picture: { place }, rule }: Wanted,
): Promise<Read> {
	if ('field' in place) return await readField(ctx, itemIndex, place.field, rule);
	if ('address' in place) return await download(ctx, place.address, rule.maxBytes);
	return { data: Buffer.from(place.base64, 'base64'), fileName: 'picture', mimeType: '' };
}

/** A source as a person finds it in the text again. */
const shown = ({ source }: Picture): string =>
	source.length > 80 ? `${source.slice(0, 60)}…${source.slice(-15)}` : source;

/**
 * Reads all pictures and holds them against WeChat's rules, before anything is uploaded.
 *
 * @returns the files by source, ready for an upload
 * @throws UserInputError that tells of every picture what is wrong
 */
export async function gatherPictures(
	ctx: IExecuteFunctions,
	itemIndex: number,
	wanted: Wanted[],
): Promise<Map<string, MultipartPart>> {
	const files = new Map<string, MultipartPart>();
	const problems: string[] = [];
	for (const some of chunk(wanted, AT_ONCE)) {
		const outcomes = await Promise.allSettled(
			some.map(async (one) => {
				const { data, ...file } = await read(ctx, itemIndex, one);
				return { name: 'media', ...checkFile(file, data, one.rule), data };
			}),
		);
		outcomes.forEach((outcome, position) => {
			const picture = some[position]?.picture;
			if (!picture) return;
			if (outcome.status === 'fulfilled') files.set(picture.source, outcome.value);
			else problems.push(`${shown(picture)}: ${(outcome.reason as Error).message}`);
		});
	}
	if (problems.length === 0) return files;
	const told = problems.slice(0, MAX_TOLD).join('; ');
	throw new UserInputError(
		`${problems.length === 1 ? 'A picture' : `${problems.length} pictures`} of the text cannot be used; nothing was uploaded. ${told}`,
		'WeChat takes JPEG and PNG pictures of up to 1 MB in a text. Correct these, or fetch a picture with an HTTP Request node and name its field: ![](binary:data).',
	);
}
