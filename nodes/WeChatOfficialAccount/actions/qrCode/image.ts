import type { IExecuteFunctions } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../../../shared/constants';
import { readAnswer } from '../../../shared/transport/answer';
import { accountKeys } from '../../../shared/transport/keys';
import { UserInputError } from '../../../shared/inputError';
import type { WeChatFile } from '../../../shared/transport/types';

const PATH = '/cgi-bin/showqrcode';
/** Pictures come from another host than the API. */
const PICTURE_HOST = 'https://mp.weixin.qq.com';

async function hostOf(ctx: IExecuteFunctions): Promise<string> {
	const { apiBaseUrl } = accountKeys(await ctx.getCredentials(CREDENTIAL_TYPE));
	return new URL(apiBaseUrl).hostname.endsWith('.weixin.qq.com') ? PICTURE_HOST : apiBaseUrl;
}

async function download(ctx: IExecuteFunctions, url: string, ticket: string): Promise<unknown> {
	return await ctx.helpers.httpRequest({
		method: 'GET',
		url,
		qs: { ticket },
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: 15_000,
	});
}

/** The picture of a ticket (WeChat: showqrcode; needs no token). @throws UserInputError for a bad ticket */
export async function qrCodeImage(ctx: IExecuteFunctions, ticket: string): Promise<WeChatFile> {
	const response = (await download(ctx, `${await hostOf(ctx)}${PATH}`, ticket)) as Parameters<
		typeof readAnswer
	>[0];
	const answer = response.statusCode === 404 ? undefined : readAnswer(response, PATH);
	if (!answer || answer.json) {
		throw new UserInputError('WeChat does not know this ticket', 'Create the QR code again.');
	}
	return { ...answer.file, fileName: answer.file.fileName ?? 'qrcode.jpg' };
}
