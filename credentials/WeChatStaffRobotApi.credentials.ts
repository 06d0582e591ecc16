import type {
	Icon,
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { robotOf } from '../nodes/shared/staff/credential';

/** A message of a type that there is none of: the robot says whether it knows us, and posts nothing. */
const NOTHING = { msgtype: 'none', msg_type: 'none' };

/** What robots answer to somebody they do not know, or whose signature they do not take. */
const UNKNOWN_TO = [
	{ key: 'errcode', code: 93000 },
	{ key: 'errcode', code: 300005 },
	{ key: 'errcode', code: 300001 },
	{ key: 'errcode', code: 310000 },
	{ key: 'code', code: 19001 },
	{ key: 'code', code: 19021 },
	{ key: 'code', code: 19022 },
];

/** Only *Test* sends a request by this; the node signs its messages itself. */
const authenticate: IAuthenticate = async (credentials, request) => {
	const { robot, url, secret } = robotOf(credentials);
	const { query, body } = robot.signed(NOTHING, secret, Date.now());
	return await Promise.resolve({
		...request,
		method: 'POST' as const,
		baseURL: undefined,
		url,
		qs: query,
		body,
		json: true,
		disableFollowRedirect: true,
	});
};

export class WeChatStaffRobotApi implements ICredentialType {
	name = 'weChatStaffRobotApi';

	displayName = 'Staff Group Robot API';

	icon: Icon = {
		light: 'file:../icons/staff.svg',
		dark: 'file:../icons/staff.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechat-engagement/n8n-nodes-wechat-engagement/blob/main/docs/staff.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Kind',
			name: 'robotKind',
			type: 'options',
			options: [
				{ name: 'DingTalk (钉钉)', value: 'dingTalk' },
				{ name: 'Feishu or Lark (飞书)', value: 'feishu' },
				{ name: 'WeCom (企业微信)', value: 'weCom' },
			],
			default: 'weCom',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- it is a secret
		{
			displayName: 'Webhook URL',
			name: 'webhookUrl',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
			description:
				'In the settings of the group, add a robot (群机器人) and copy its webhook address. Whoever knows it can write to the group.',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { show: { robotKind: ['dingTalk', 'feishu'] } },
			description:
				'Where the security settings (安全设置) of the robot ask for signatures (加签, 签名校验)',
		},
		{
			displayName: 'Base URL',
			name: 'robotBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://proxy.example.com',
			description: 'Only for a proxy in front of the robot: replaces the host of the webhook URL',
		},
	];

	authenticate: IAuthenticate = authenticate;

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.webhookUrl }}', url: '', method: 'POST' },
		rules: UNKNOWN_TO.map(({ key, code }) => ({
			type: 'responseSuccessBody' as const,
			properties: {
				key,
				value: code,
				message: `The robot refuses (${code}). Check the webhook URL and the signing secret.`,
			},
		})),
	};
}
