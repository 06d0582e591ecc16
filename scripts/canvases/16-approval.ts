import type { Canvas } from './lib/canvas';
import { action, form, isText, oneOf, own, tellStaff, type Settings } from './lib/nodes';
import { both } from './lib/words';

const ONE = both('回复一位粉丝', 'One follower');
const MANY = both('群发给一个标签', 'All with a tag');

const request = both('同事申请发送', 'A colleague asks');

/** The same text goes to the same people once a day, however often it is asked for and agreed to. */
const ONCE = {
	onlyOnce: true,
	onlyOnceKey: '={{ $json.submittedAt.slice(0, 10) }}:{{ ($json.to + $json.text).hash() }}',
};

/** Why something could not be sent is told. */
const TOLD: Settings = { onError: 'continueErrorOutput' };
const OUTPUTS = ['Result', 'Error'];

/** What is sensitive goes out when a member of the staff has agreed. */
export const approval: Canvas = {
	number: '16',
	file: 'approval',
	name: both('先审批再发送', 'Approval before sending'),
	overview: {
		what: both(
			'敏感的回复和群发，先有人点头再发出：同事在表单里写好，员工群收到链接，打开看全文，点“同意”或“驳回”。同意就发，驳回或 24 小时没人管就不发，结果都在群里说。同样的内容一天只发一次。',
			'What is sensitive goes out when somebody agrees: a colleague writes it in a form, the staff get a link to all of the text and decide. Agreed, it is sent; refused, or with no answer for 24 hours, it is not; the group hears of either. The same text goes to the same people once a day.',
		),
		steps: [
			both(
				'选择公众号凭证和员工群机器人凭证；给表单设一个用户名和密码。',
				'Choose the credentials of the account and of the robot; set a name and password for the form.',
			),
			both(
				'群里的人都能打开审批链接：机器人放在只有负责人的群里。',
				'Whoever is in the group can decide: put the robot into a group of those who may.',
			),
			both(
				'发布，把“同事申请发送”的 Production URL 发给同事。',
				"Publish, and give the Production URL of 'A colleague asks' to colleagues.",
			),
		],
		runs: { personal: 'no', subscription: 'whole', service: 'whole' },
		accounts: both(
			'回复粉丝用客服消息：对方要在 48 小时内说过话。群发次数按微信的规定。',
			'A reply is a customer service message: the follower has to have written within 48 hours. Broadcasts count as WeChat counts them.',
		),
	},
	nodes: {
		request: form(
			request,
			both('申请发送', 'Ask to send'),
			both('写好要发的内容，负责人同意后发出。', 'It goes out when it is agreed to.'),
			[
				{
					fieldLabel: both('您的姓名', 'Your name'),
					fieldName: 'by',
					fieldType: 'text',
					requiredField: true,
				},
				oneOf(both('发给谁', 'To whom'), 'kind', [ONE, MANY]),
				{
					fieldLabel: both('粉丝的 OpenID，或标签名', 'OpenID of the follower, or the tag'),
					fieldName: 'to',
					fieldType: 'text',
					requiredField: true,
				},
				{
					fieldLabel: both('内容', 'Text'),
					fieldName: 'text',
					fieldType: 'textarea',
					requiredField: true,
				},
			],
			both('已提交。审批结果会发到员工群。', 'Sent in. The group hears what is decided.'),
		),
		ask: own('Staff', 'sendAndWait', both('请负责人审批', 'Ask for a decision'), {
			title: both('待审批', 'To be decided'),
			message: both(
				'={{ $json.by }} 申请：{{ $json.kind }}（{{ $json.to }}）\n{{ $json.text }}',
				'={{ $json.by }} asks: {{ $json.kind }} ({{ $json.to }})\n{{ $json.text }}',
			),
			waitHours: 24,
			asksReason: true,
		}),
		agreed: tellStaff(both('告诉大家已同意', 'Tell that it is agreed'), {
			title: both('已同意，正在发送', 'Agreed, being sent'),
			text: '={{ $json.by }}：{{ $json.text }}',
		}),
		which: isText(both('回复一位粉丝？', 'To one follower?'), '={{ $json.kind }}', ONE),
		one: {
			...action(
				'customerServiceMessage',
				'sendText',
				both('回复粉丝', 'Reply to the follower'),
				{ openId: '={{ $json.to }}', text: '={{ $json.text }}', ...ONCE },
				TOLD,
			),
			outputs: OUTPUTS,
		},
		many: {
			...action(
				'broadcast',
				'send',
				both('群发', 'Broadcast'),
				{
					audience: 'tag',
					tag: { __rl: true, mode: 'name', value: '={{ $json.to }}' },
					messageType: 'text',
					text: '={{ $json.text }}',
					...ONCE,
				},
				TOLD,
			),
			outputs: OUTPUTS,
		},
		sent: tellStaff(both('告诉大家结果', 'Tell the result'), {
			title: both('发送结果', 'Result'),
			text: both(
				`={{ $json.summary || '已发送' }}：{{ $('${request.zh}').first().json.text }}`,
				`={{ $json.summary || 'Sent' }}: {{ $('${request.en}').first().json.text }}`,
			),
		}),
		failed: tellStaff(both('告诉大家没发出去', 'Tell that it failed'), {
			title: both('发送失败', 'Not sent'),
			text: both(
				`={{ $json.error }}：{{ $('${request.zh}').first().json.text }}`,
				`={{ $json.error }}: {{ $('${request.en}').first().json.text }}`,
			),
		}),
		refused: tellStaff(both('告诉大家已驳回', 'Tell that it is refused'), {
			title: both('已驳回，没有发送', 'Refused, not sent'),
			text: '={{ $json.by }}：{{ $json.text }}\n{{ $json.decision.reason }}',
		}),
		late: tellStaff(both('告诉大家没人审批', 'Tell that nobody decided'), {
			title: both('24 小时没人审批，没有发送', 'Not decided for 24 hours, not sent'),
			text: '={{ $json.by }}：{{ $json.text }}',
		}),
	},
	picture: `
		request → ask:Yes → agreed → which:Yes → one → sent
		which:No → many:Result → sent
		one:Error → failed
		many:Error → failed
		ask:No → refused
		ask:No Answer → late
	`,
	notes: {
		request: both(
			'## 写好、审批、发送\n驳回的、没人管的不会发出去。',
			'## Written, decided, sent\nWhat is refused or forgotten does not go out.',
		),
	},
};
