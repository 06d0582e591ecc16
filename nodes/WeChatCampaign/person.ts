import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../shared/inputError';
import { isRecord } from '../shared/json';

/**
 * The OpenID of the follower whom an item is about: of the trigger's `wechat`, or in a column `openId`.
 *
 * @throws UserInputError when there is none
 */
export function openIdOf(json: IDataObject): string {
	const { wechat, openId } = json;
	const found = isRecord(wechat) && wechat.openId !== undefined ? wechat.openId : openId;
	if (typeof found === 'string' && found.trim() !== '') return found;
	throw new UserInputError(
		'The item names no follower',
		"Connect the node 'WeChat Official Account Trigger', or give items with a column 'openId'.",
	);
}
