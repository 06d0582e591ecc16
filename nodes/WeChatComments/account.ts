import { CREDENTIAL_TYPE } from '../shared/constants';
import type { At } from '../shared/engagement/recordOperation';
import { UserInputError } from '../shared/inputError';
import { isRecord } from '../shared/json';

/**
 * The AppID of the credential, which the calls of an item are made for.
 *
 * @throws UserInputError when the item came from another account: its comments cannot be reached with this credential
 */
export async function callingAccount({ ctx, itemIndex, json }: At): Promise<string> {
	const { appId } = await ctx.getCredentials(CREDENTIAL_TYPE, itemIndex);
	const own = String(appId ?? '');
	const { wechat } = json;
	const received = isRecord(wechat) && typeof wechat.appId === 'string' ? wechat.appId : own;
	if (received === own) return own;
	throw new UserInputError(
		'This item came from another account than that of the credential',
		'Use a node of its own, with the credential of that account.',
	);
}
