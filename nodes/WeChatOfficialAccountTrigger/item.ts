import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { mediaOf } from './media';
import type { Push } from './open';
import { optionsOf } from './options';
import { profileOf } from './profile';

/** The message as the workflow gets it. */
export async function toItem(
	ctx: IWebhookFunctions,
	{ fields, meta }: Push,
): Promise<INodeExecutionData> {
	const { addProfile, downloadMedia } = optionsOf(ctx);
	const [profile, media] = await Promise.all([
		addProfile && meta.openId !== '' ? profileOf(ctx, meta.accountId, meta.openId) : undefined,
		downloadMedia ? mediaOf(ctx, meta.kind, fields) : undefined,
	]);
	const wechat: IDataObject = { ...meta };
	if (addProfile) wechat.profile = profile ?? null;
	if (media?.problem) wechat.mediaProblem = media.problem;
	const item: INodeExecutionData = { json: { ...fields, wechat } };
	if (media?.binary) item.binary = { data: media.binary };
	return item;
}
