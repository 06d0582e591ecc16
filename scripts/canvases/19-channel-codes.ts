import type { Canvas } from './lib/canvas';
import { action, form, formEnd, own, tellStaff, weeklyAt } from './lib/nodes';
import { both } from './lib/words';

/** A QR code for each channel, and what each of them brings. */
export const channelCodes: Canvas = {
	number: '19',
	file: 'channel-codes',
	name: both('渠道二维码', 'Channel codes'),
	overview: {
		what: both(
			'在表单里填渠道名称，得到一个带参数的二维码。从它来的粉丝分开统计：多少人扫码、关注、还在、说过话、下单。每周一把结果发到员工群。',
			'Enter a channel in a form and get a QR code for it. Who comes by it is counted apart: scanned, followed, still there, spoke, ordered. On Mondays the staff gets the figures.',
		),
		steps: [
			both('先发布 01 号流程。', 'Publish workflow 01 first.'),
			both(
				'选择公众号凭证、员工群机器人凭证，给表单设用户名和密码。',
				'Choose the credentials of the account and of the robot, and set a name and password for the form.',
			),
			both(
				'发布，打开“新建渠道”的 Production URL。',
				"Publish, and open the Production URL of 'New channel'.",
			),
		],
		runs: { personal: 'no', subscription: 'no', service: 'whole' },
		accounts: both(
			'带参数的二维码只有认证服务号能做。',
			'Only verified service accounts can make codes with a scene.',
		),
	},
	nodes: {
		form: form(
			both('新建渠道', 'New channel'),
			both('新建渠道二维码', 'New channel code'),
			both(
				'渠道标识用字母和数字，建好后不要改。',
				'Letters and digits for the mark; it stays as it is.',
			),
			[
				{
					fieldLabel: both('渠道标识', 'Mark'),
					fieldName: 'scene',
					fieldType: 'text',
					requiredField: true,
				},
				{
					fieldLabel: both('渠道名称', 'Name'),
					fieldName: 'name',
					fieldType: 'text',
					requiredField: true,
				},
				{ fieldLabel: both('粉丝标签', 'Tag of followers'), fieldName: 'tag', fieldType: 'text' },
			],
		),
		channel: own('Contacts', 'channel.addChannel', both('登记渠道', 'Note the channel'), {
			scene: '={{ $json.scene }}',
			name: '={{ $json.name }}',
			tag: '={{ $json.tag }}',
		}),
		code: action('qrCode', 'create', both('生成二维码', 'Make the code'), {
			scene: '={{ $json.scene }}',
			lifetime: 'permanent',
		}),
		done: formEnd(
			both('显示二维码地址', 'Show the address'),
			both('二维码已生成', 'The code is made'),
			both(
				'=用这个地址生成图片打印：{{ $json.url }}',
				'=Print a code of this address: {{ $json.url }}',
			),
		),
		monday: weeklyAt(1, '9:00', both('每周一 9:00', 'Mondays at 9:00')),
		funnel: own('Contacts', 'channel.getFunnel', both('各渠道的效果', 'What each channel brings')),
		tell: tellStaff(both('结果发到员工群', 'Send result to staff')),
	},
	picture: `
		form → channel → code → done
		monday → funnel:Summary → tell
	`,
	notes: {
		form: both('## 表单要用户名和密码', '## The form asks for name and password'),
		monday: both('## 每周看一次各渠道', '## The channels, once a week'),
	},
};
