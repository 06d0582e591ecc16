import type { Canvas } from './lib/canvas';
import { action, own, received, reply, waitHours } from './lib/nodes';
import { both } from './lib/words';

/** The first two days of a follower: a welcome, and a message the next day to who may be written to. */
export const newFollowerJourney: Canvas = {
	number: '17',
	file: 'new-follower-journey',
	name: both('新粉丝旅程', 'New-follower journey'),
	overview: {
		what: both(
			'关注时发欢迎语，请粉丝说句话；第二天同一时间，说过话的人收到一条消息，问要不要活动提醒，每人一次。没说过话的人微信不允许再发，只打上标签。中途取消关注的人什么都不会收到。',
			'Who follows is welcomed and asked to say something. A day later, at the same hour, those who did get one message that asks whether they want to be told of news. WeChat takes none for the others; they get a tag. Who has left meanwhile gets nothing.',
		),
		steps: [
			both(
				'选择公众号凭证，把“发送欢迎语”和“问要不要提醒”改成您的话。',
				"Choose the credential of the account, and put your words into 'Send welcome' and 'Ask for consent'.",
			),
			both(
				'同时用 01 号流程时，停用那里的“发送欢迎语”；再加上 13 号流程时，这里的触发器只留“关注”和“取消关注”，消息由它们记录和回复。',
				"With workflow 01, switch off 'Send welcome' there; with 13 as well, leave only follows and unfollows in the trigger here: messages are recorded and answered by those two.",
			),
			both('发布。', 'Publish.'),
		],
		runs: {
			personal: {
				without: both('第二天的消息和标签', 'the message of the next day, and tags'),
			},
			subscription: 'whole',
			service: 'whole',
		},
		accounts: both(
			'粉丝发过消息，48 小时内可以回发；只关注不说话，一分钟后就不能再发。',
			'Who has written can be written to for 48 hours; who only follows, for one minute.',
		),
	},
	nodes: {
		happens: received(both('粉丝关注、发消息、取消关注', 'A follower comes, writes, leaves'), {
			triggerOn: [
				'event.subscribe',
				'event.unsubscribe',
				'text',
				'image',
				'voice',
				'video',
				'shortvideo',
				'location',
			],
		}),
		record: own('Contacts', 'contact.record', both('记录', 'Record'), { newMeans: 'follow' }),
		welcome: reply(both('发送欢迎语', 'Send welcome'), {
			text: '您好，欢迎关注！\n\n想了解什么，直接发消息告诉我们。',
		}),
		wait: waitHours(24, both('等 24 小时', 'Wait 24 hours')),
		check: own('Contacts', 'contact.hasWritten', both('说过话吗？', 'Has written since?')),
		ask: own('Campaign', 'askForConsent', both('问要不要提醒', 'Ask for consent'), {
			replies: {
				question:
					'感谢您的关注！\n以后有活动和上新，要提醒您吗？要的话请回复：{yes}\n不需要就回复：{no}。以后随时可以退订。',
			},
		}),
		send: own('Contacts', 'contact.write', both('发一次', 'Send once')),
		tag: action(
			'tag',
			'tagUsers',
			both('打标签：还没说过话', 'Tag as silent'),
			{
				tag: { __rl: true, mode: 'name', value: both('新粉丝未互动', 'New and silent') },
				openIds: '={{ $json.wechat.openId }}',
			},
			{ onError: 'continueRegularOutput' },
		),
		consent: own('Campaign', 'noteConsent', both('记下是否同意提醒', 'Note the consent')),
		answer: reply(both('回复', 'Reply')),
	},
	picture: `
		happens → record:New → welcome
		record:New → wait → check:Has Written → ask:Question → send
		check:Silent → tag
		record:Known → consent:Yes → answer
		consent:No → answer
	`,
	notes: {
		happens: both(
			'## 关注时\n取消关注的人，资料在“记录”里已经删完。',
			'## At the follow\nWho leaves is deleted by then.',
		),
		wait: both(
			'## 第二天\n等待由 n8n 记着，重启也不会丢。',
			'## The next day\nn8n keeps the wait, also over a restart.',
		),
		consent: both(
			'## 粉丝的回答\n同意、不要、以后退订，都以粉丝说的为准。',
			'## What followers answer\nYes, no, or no more later on: what they want counts.',
		),
	},
};
