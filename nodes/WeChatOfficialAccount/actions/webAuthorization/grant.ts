import type { IDataObject } from 'n8n-workflow';
import { text } from '../../../shared/operations/fields';

/** The token of one person, which opens what this person has granted. */
export const userGrant = text('User Access Token', { typeOptions: { password: true } });

/** What a person has granted (WeChat: sns/oauth2/*). */
export function toGrant(answer: IDataObject): IDataObject {
	return {
		openId: answer.openid,
		unionId: answer.unionid ?? null,
		scope: answer.scope,
		accessToken: answer.access_token,
		refreshToken: answer.refresh_token,
		expiresIn: answer.expires_in,
	};
}
