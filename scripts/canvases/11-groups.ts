import type { Canvas } from './lib/canvas';
import { action, dailyAt, own, received, reply, tellStaff } from './lib/nodes';
import { both } from './lib/words';

/** Followers get a place in a group; members have tags, and messages by how much they take part. */
export const groups: Canvas = {
	number: '11',
	file: 'groups',
	name: both('社群入群与分层', 'Groups and layers'),
	overview: {
		what: both(
			'粉丝回复“进群”或扫群的场景二维码，得到一个还有空位的群的二维码或链接，名额不会超发，满员登记候补，有空位时通知。进群后回复“已进群”登记。每天早上提醒员工哪些群快满、快过期，并更新成员标签；每天 19:30 把当天的内容发给对应的成员，每份每人一次。',
			'Who asks for the group, or scans its code, gets the code or link of a group with a free place: never more than there are, with a waiting list. Members confirm that they are in. Every morning staff hears which groups need work, and tags are brought into step; at 19:30 the content of the day goes to the members it is meant for, once each.',
		),
		steps: [
			both(
				'先发布 01 号流程：谁活跃、谁 48 小时内来过，由它记录。',
				'Publish workflow 01 first: it keeps who is active and who was in touch within 48 hours.',
			),
			both(
				'选择公众号凭证和员工群机器人凭证。',
				'Choose the credentials of the account and of the robot.',
			),
			both(
				'运行一次“每天 9:00”和“每天 19:30”，打开数据表“…_groups”：写群名、人数上限、链接，或二维码图片的 media_id 和到期时间，勾选 isActive。',
				"Run 'Every day at 9:00' and 'Every day at 19:30' once, open the Data table …_groups: name, places, link, or the media ID of the picture of its code and when that ends; tick isActive.",
			),
			both(
				'在“…_group_contents”里写给新成员、活跃、沉默成员的内容和日期，勾选 isActive。',
				'In …_group_contents write what new, active and silent members get, and when; tick isActive.',
			),
			both(
				'发布。门店的场景二维码用 19 号流程生成，渠道标识填群的 scene。',
				'Publish. Codes for your shop are made by workflow 19, with the scene of the group as mark.',
			),
		],
		runs: {
			personal: {
				without: both(
					'标签、图片后的说明、空位通知和分层内容',
					'tags, the text after a picture, news of free places and contents',
				),
			},
			subscription: { without: both('场景二维码', 'codes with scenes') },
			service: 'whole',
		},
		accounts: both(
			'微信不允许代拉人进群，也不告诉公众号谁进了群，所以请成员自己扫码、自己回复“已进群”。',
			'WeChat lets nobody be put into a group by others, and tells no account who has joined: members scan and confirm themselves.',
		),
	},
	nodes: {
		message: received(both('粉丝发文字、点菜单或扫码', 'A follower writes, taps or scans'), {
			triggerOn: ['text', 'event.CLICK', 'event.subscribe', 'event.SCAN'],
		}),
		offer: own('Contacts', 'group.offerPlace', both('安排一个群', 'Offer a place'), {
			concerns: 'words',
		}),
		answer: reply(both('回复', 'Reply')),
		picture: reply(both('回复群二维码', 'Reply with the code'), {
			replyType: 'image',
			mediaId: '={{ $json.mediaId }}',
		}),
		explain: reply(
			both('说明怎么进群', 'Explain the code'),
			{},
			// An account that is not verified can send one reply only: the picture.
			{ onError: 'continueRegularOutput' },
		),
		join: own('Contacts', 'group.join', both('登记已进群', 'Note who has joined'), {
			concerns: 'words',
		}),
		morning: dailyAt('9:00', both('每天 9:00', 'Every day at 9:00')),
		check: own('Contacts', 'group.check', both('检查各群', 'Check groups')),
		tell: tellStaff(both('告诉员工群', 'Tell staff')),
		free: own('Contacts', 'group.offerFreePlaces', both('空位给候补的人', 'Offer free places')),
		invite: action(
			'customerServiceMessage',
			'sendText',
			both('通知有空位', 'Tell of the place'),
			{ openId: '={{ $json.openId }}', text: '={{ $json.reply }}' },
			// Who was not in touch for 48 hours cannot be written to; the place is kept.
			{ onError: 'continueRegularOutput' },
		),
		active: own('Contacts', 'group.getActiveMembers', both('看谁活跃', 'Who is active')),
		step: action(
			'tag',
			'bringIntoStep',
			both('更新成员标签', 'Bring tags into step'),
			{},
			{ onError: 'continueRegularOutput' },
		),
		evening: dailyAt('19:30', both('每天 19:30', 'Every day at 19:30')),
		content: own(
			'Contacts',
			'group.chooseContent',
			both('今天给谁发什么', 'Choose content of the day'),
		),
		send: action(
			'customerServiceMessage',
			'sendText',
			both('发送，每份每人一次', 'Send once each'),
			{ openId: '={{ $json.openId }}', text: '={{ $json.text }}', onlyOnce: true },
			{ onError: 'continueRegularOutput' },
		),
		tellContent: tellStaff(both('内容发到员工群', 'Send content to staff')),
	},
	picture: `
		message → offer:Offered → answer
		offer:With Picture → picture
		offer:With Picture → explain
		offer:Something Else → join:Joined → answer
		offer:Full → answer
		join:Joined Before → answer
		join:No Place → answer
		morning → check → tell
		morning → free → invite
		morning → active:Active → step
		active:Quiet → step
		evening → content:To Send → send
		content:Summary → tellContent
	`,
	notes: {
		message: both(
			'## 进群、已进群\n已有名额的人得到同一个群。满员登记候补。',
			'## Asking, and joining\nWho has a place gets the same group again. When all are full there is a waiting list.',
		),
		morning: both(
			'## 每天看一次：快满、快过期、候补、标签',
			'## Once a day: full, expiring, waiting, tags',
		),
		evening: both(
			'## 内容按成员分层\n发不到的人数告诉员工，请在群里发。',
			'## Content by layer\nStaff hears how many cannot be written to, and posts it in the group.',
		),
	},
};
