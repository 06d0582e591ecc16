import type { IExecuteFunctions } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../constants';
import { isRecord } from '../json';
import { RecordsError } from './recordsError';

/** Enough of an AppID to tell accounts apart, and short enough to be read in a list of tables. */
const MARK_LENGTH = 8;

/** The AppID of the account that an item of the trigger came from. */
function appIdOfItem(ctx: IExecuteFunctions, itemIndex: number): string {
	const { wechat } = ctx.getInputData()[itemIndex]?.json ?? {};
	return isRecord(wechat) && typeof wechat.appId === 'string' ? wechat.appId : '';
}

/**
 * The AppID of the account whose records an item is about: the one that the trigger received it for, so that a
 * flow can serve several accounts; otherwise that of the node's credential.
 */
export async function accountOf(ctx: IExecuteFunctions, itemIndex: number): Promise<string> {
	const received = appIdOfItem(ctx, itemIndex);
	if (received !== '') return received;
	if (ctx.getNode().credentials?.[CREDENTIAL_TYPE]) {
		const { appId } = await ctx.getCredentials(CREDENTIAL_TYPE, itemIndex);
		return String(appId ?? '');
	}
	throw new RecordsError(
		'It is not known which account the records belong to',
		"Choose the credential of the account in this node, or let the item come from the node 'WeChat Official Account Trigger'.",
	);
}

/** What the names of the tables of an account begin with; no account sees those of another. */
export function tablePrefix(appId: string): string {
	const mark = appId
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '')
		.slice(-MARK_LENGTH);
	if (mark !== '') return `wechat_${mark}`;
	throw new RecordsError('The AppID of the account is empty', 'Fill it in in the credential.');
}
