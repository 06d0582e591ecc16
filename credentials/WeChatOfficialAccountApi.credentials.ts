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
import { keyProblem } from '../nodes/shared/callback/encodingKey';
import { receivingProblem } from '../nodes/shared/callback/readiness';
import { UserInputError } from '../nodes/shared/inputError';
import { accountKeys } from '../nodes/shared/transport/keys';
import {
	fingerprint,
	isDue,
	isOfOtherKeys,
	obtainToken,
	rememberRefused,
	STALE_TOKEN_HEADER,
} from '../nodes/shared/transport/token';

/** The shape n8n recognizes as "the token is no good": it renews the token and tries once more. */
function tokenExpired(reason: string): Error {
	return Object.assign(new Error(reason), { response: { status: 401 } });
}

/**
 * Header by which *Test* asks for what only the trigger needs: it alone would otherwise stay silent. It
 * never leaves n8n.
 */
const TEST_HEADER = 'x-test-receiving';

/** Hosts of the platform, without a port of their own. */
const WECHAT_ORIGIN = /^https:\/\/[\w.-]+\.weixin\.qq\.com$/;

/** Where a request goes; the HTTP Request node still names it `uri`. */
function addressOf(request: IHttpRequestOptions & { uri?: string }, apiBaseUrl: string): URL {
	return new URL(request.url ?? request.uri ?? '', request.baseURL ?? apiBaseUrl);
}

/**
 * Whoever answers may not send the token on to another address. n8n has two kinds of requests, with a
 * name of their own for this each.
 */
const NO_REDIRECT = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
};

/** The token opens the whole account, so it goes to WeChat and to the configured host only. */
function mayReceiveToken(request: IHttpRequestOptions, apiBaseUrl: string): boolean {
	const { origin } = addressOf(request, apiBaseUrl);
	return WECHAT_ORIGIN.test(origin) || origin === new URL(apiBaseUrl).origin;
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
	const keys = accountKeys(credentials);
	const problem = keyProblem(String(credentials.encodingAesKey ?? ''));
	if (problem) throw new UserInputError(problem, 'Correct EncodingAESKey in the credential.');
	if (!mayReceiveToken(request, keys.apiBaseUrl)) {
		throw new UserInputError(
			'The WeChat credential is only sent to the WeChat API',
			'Use an address that starts with the API Base URL of the credential.',
		);
	}
	if (request.headers?.[TEST_HEADER]) {
		const unready = receivingProblem(credentials);
		if (unready) throw new UserInputError(unready.problem, unready.advice);
		delete request.headers[TEST_HEADER];
	}
	const token = String(credentials.accessToken ?? '');
	if (isOfOtherKeys(credentials, keys)) throw tokenExpired('The keys have changed');
	if (isDue(credentials, keys, Date.now())) throw tokenExpired('The token has expired');
	if (request.headers?.[STALE_TOKEN_HEADER] === token) {
		rememberRefused(token);
		throw tokenExpired('WeChat has refused the token');
	}
	if (request.headers) delete request.headers[STALE_TOKEN_HEADER];
	request.qs = Object.assign(request.qs ?? {}, { access_token: token });
	return Object.assign(request, NO_REDIRECT);
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
				'Open the <a href="https://developers.weixin.qq.com/platform" target="_blank">WeChat Developer Platform</a> (微信开发者平台) > My Business (我的业务) > your account (公众号 / 服务号). <b>AppID</b> is in Basic Information (基础信息). <b>AppSecret</b> is in Development Keys (开发密钥); add the IP address of this n8n to the API IP whitelist (IP 白名单) there. <b>Token</b> and <b>EncodingAESKey</b> are those of the server configuration (服务器配置) under Domain and Message Push (域名与消息推送配置): choose the Token yourself and enter it here and there. Until December 2025 all of it was at mp.weixin.qq.com under 设置与开发 > 基本配置.',
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
				'The Token of the server configuration (服务器配置), 3 to 32 letters and digits of your choice. The trigger receives nothing without it.',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- it is a secret
		{
			displayName: 'EncodingAESKey',
			name: 'encodingAesKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The 43 characters of the server configuration. Fill in for safe mode (安全模式, recommended: only WeChat can have written a message then) or compatible mode (兼容模式): messages that are not encrypted are refused then. Leave empty in plaintext mode (明文模式).',
		},
		{
			displayName: 'API Base URL',
			name: 'apiBaseUrl',
			type: 'string',
			default: 'https://api.weixin.qq.com',
			description:
				'Change it for a regional host, e.g. https://sh.api.weixin.qq.com, or for a reverse proxy with a fixed IP address. Has to be https: AppSecret and access token go there.',
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
		const keys = accountKeys(credentials);
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
			headers: { [TEST_HEADER]: 'true' },
		},
	};
}
