import type {
	Icon,
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { DEFAULT_API_BASE_URL } from '../nodes/shared/constants';
import { keyProblem } from '../nodes/shared/callback/encodingKey';
import { UserInputError } from '../nodes/shared/inputError';
import {
	fingerprint,
	obtainToken,
	rememberRefused,
	STALE_TOKEN_HEADER,
	type AccountKeys,
} from '../nodes/shared/transport/token';

function keysOf(credentials: ICredentialDataDecryptedObject): AccountKeys {
	return {
		appId: String(credentials.appId ?? '').trim(),
		appSecret: String(credentials.appSecret ?? '').trim(),
		apiBaseUrl: String(credentials.apiBaseUrl || DEFAULT_API_BASE_URL).trim(),
	};
}

/** The shape n8n recognizes as "the token is no good": it renews the token and tries once more. */
function tokenExpired(reason: string): Error {
	return Object.assign(new Error(reason), { response: { status: 401 } });
}

/** Where a request goes; the HTTP Request node still names it `uri`. */
function addressOf(request: IHttpRequestOptions & { uri?: string }, apiBaseUrl: string): URL {
	return new URL(request.url ?? request.uri ?? '', request.baseURL ?? apiBaseUrl);
}

/** The token opens the whole account, so it goes to WeChat and to the configured host only. */
function mayReceiveToken(request: IHttpRequestOptions, apiBaseUrl: string): boolean {
	const { protocol, hostname, host } = addressOf(request, apiBaseUrl);
	const isWeChat = protocol === 'https:' && hostname.endsWith('.weixin.qq.com');
	return isWeChat || host === new URL(apiBaseUrl).host;
}

/**
 * Adds the access token to a request. Throws n8n's "expired" shape when the stored token is of other
 * keys, is about to end, or has just been refused by WeChat (reported through a header that is
 * removed here). Comparing the refused token with the stored one makes it safe when another worker
 * has renewed it in the meantime.
 */
const authenticate = async (
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> => {
	const keys = keysOf(credentials);
	const problem = keyProblem(String(credentials.encodingAesKey ?? ''));
	if (problem) throw new UserInputError(problem, 'Correct EncodingAESKey in the credential.');
	if (!mayReceiveToken(request, keys.apiBaseUrl)) {
		throw new UserInputError(
			'The WeChat credential is only sent to the WeChat API',
			'Use an address that starts with the API Base URL of the credential.',
		);
	}
	const token = String(credentials.accessToken ?? '');
	if (credentials.tokenBinding !== fingerprint(keys)) throw tokenExpired('The keys have changed');
	if (Number(credentials.tokenExpiresAt) <= Date.now()) throw tokenExpired('The token has expired');
	if (request.headers?.[STALE_TOKEN_HEADER] === token) {
		rememberRefused(token);
		throw tokenExpired('WeChat has refused the token');
	}
	if (request.headers) delete request.headers[STALE_TOKEN_HEADER];
	request.qs = Object.assign(request.qs ?? {}, { access_token: token });
	return request;
};

export class WeChatOfficialAccountApi implements ICredentialType {
	name = 'weChatOfficialAccountApi';

	displayName = 'WeChat Official Account API';

	icon: Icon = {
		light: 'file:../icons/wechat.svg',
		dark: 'file:../icons/wechat.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-engagement/n8n-nodes-wechat-engagement#set-up';

	properties: INodeProperties[] = [
		{
			displayName:
				'Find AppID and AppSecret in the WeChat console (mp.weixin.qq.com) under Settings & Development > Basic Configuration (设置与开发 > 基本配置). Add the IP address of this n8n to the IP whitelist there.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'AppID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. wx0123456789abcdef',
		},
		{
			displayName: 'AppSecret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The Token of the server configuration (服务器配置), 3 to 32 letters and digits of your choice. Needed by the trigger only.',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- it is a secret
		{
			displayName: 'EncodingAESKey',
			name: 'encodingAesKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The 43 characters of the server configuration. Fill in when the message mode is safe (安全模式) or compatible (兼容模式): messages that are not encrypted are refused then. Leave empty in plaintext mode (明文模式).',
		},
		{
			displayName: 'API Base URL',
			name: 'apiBaseUrl',
			type: 'string',
			default: 'https://api.weixin.qq.com',
			description:
				'Change it for a regional host, e.g. https://sh.api.weixin.qq.com, or for a reverse proxy with a fixed IP address',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Token Expires At',
			name: 'tokenExpiresAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Token Binding',
			name: 'tokenBinding',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	/** Called by n8n when there is no token or it has ended; n8n stores the result for all workers. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ accessToken: string; tokenExpiresAt: string; tokenBinding: string }> {
		const keys = keysOf(credentials);
		const { accessToken, expiresAt } = await obtainToken(
			async (options) => await this.helpers.httpRequest(options),
			keys,
		);
		return { accessToken, tokenExpiresAt: String(expiresAt), tokenBinding: fingerprint(keys) };
	}

	authenticate: IAuthenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.apiBaseUrl || "https://api.weixin.qq.com"}}',
			url: '/cgi-bin/get_api_domain_ip',
		},
	};
}
