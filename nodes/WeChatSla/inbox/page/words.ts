import { durationText } from '../../engine/notice';

/** Languages in which the pages speak to the staff. */
export const PAGE_LANGUAGES = ['en', 'zh'] as const;

export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 1_440;

/** `1 d 2 h`, `5 min`. */
function englishDuration(minutes: number): string {
	const whole = Math.max(0, Math.round(minutes));
	const parts = [
		`${Math.floor(whole / MINUTES_OF_DAY)} d`,
		`${Math.floor((whole % MINUTES_OF_DAY) / MINUTES_OF_HOUR)} h`,
		`${whole % MINUTES_OF_HOUR} min`,
	].filter((part) => !part.startsWith('0 '));
	return parts.slice(0, 2).join(' ') || 'less than a minute';
}

const zh = {
	lang: 'zh-CN',
	title: '客服收件箱',
	nobody: '现在没有人在等回复。',
	waiting: (count: number) => `${count} 人在等`,
	refresh: '刷新',
	isCut: '等的人太多，只显示其中一部分。',
	recently: '最近结束的',
	backToList: '返回收件箱',
	skipToAnswer: '跳到回复框',
	followerNamed: (end: string) => `粉丝 …${end}`,
	nobodyKnown: '不知名的粉丝',
	urgency: { late: '已超时', atRisk: '快超时', onTrack: '' },
	channel: { chat: '私信', comment: '留言' },
	vip: 'VIP',
	waits: (minutes: number) => `等了 ${durationText(minutes)}`,
	due: (time: string) => `应在 ${time} 前回复`,
	closedAt: (time: string) => `${time} 结束`,
	profile: '粉丝资料',
	noProfile: '还没有这位粉丝的资料。发布 01 号流程后会自动记录。',
	labels: {
		remark: '备注',
		tier: '等级',
		segment: '分层',
		tags: '标签',
		points: '积分',
		streak: '连续签到',
		lastAt: '最近互动',
		subscribedAt: '关注',
		channel: '来源',
		groupName: '社群',
		openId: 'OpenID',
		reach: '可以联系',
	},
	days: (count: number) => `${count} 天`,
	segments: { highValue: '高价值', potential: '潜在', dormant: '沉默', lost: '流失' } as Readonly<
		Record<string, string>
	>,
	conversation: '对话',
	nothingSaid: '没有记录到文字。',
	from: { follower: '对方', staff: '我们', account: '自动发送' },
	kinds: {
		'event.CLICK': '点了菜单',
		image: '图片',
		link: '链接',
		location: '位置',
		shortvideo: '小视频',
		video: '视频',
		voice: '语音',
	} as Readonly<Record<string, string>>,
	unsure: '不确定对方是否收到',
	openArticle: '打开文章',
	answer: '回复',
	text: '回复内容',
	textHint: '每条最多约 680 个汉字。',
	publicHint: '所有读者都会看到，每条留言只能回复一次，最多 600 字。',
	by: '您的名字（可不填）',
	send: '发送并结束',
	withoutAnswer: '不在这里回复',
	answeredElsewhere: '已在别处回复，结束',
	needsNone: '不用回复，结束',
	canWrite: (count: number, until: string) => `还能发 ${count} 条客服消息，到 ${until} 为止。`,
	canReplyPublicly: '可以公开回复一次。',
	notNow: '现在不能',
	barriers: {
		answered: '这条留言已经回复过了，微信只允许回复一次。',
		closed: '对方超过 48 小时没有发消息，微信不再允许发客服消息。',
		left: '对方没有关注公众号，不能再发消息。',
		usedUp: '对方上次发消息后，5 条客服消息已经用完，要等对方再发消息。',
	},
	otherwise: {
		intro: '还可以：',
		notices: (count: number) => `发订阅通知：对方同意过 ${count} 条。`,
		template: '只有服务通知可以用模板消息发，不能用来聊天。',
		wait: '等对方再发消息，48 小时内又能回复。',
		elsewhere: '用电话、企业微信等其他方式联系，然后点“已在别处回复，结束”。',
	},
	done: {
		sent: '已发送，会话已结束。',
		sentMore: '已发送。对方刚刚又发来消息，会话没有结束。',
		closed: '会话已结束。',
	},
	refusals: {
		answered: '没有发送：这条留言已经有回复了。',
		closed: '没有发送：对方超过 48 小时没有发消息，微信不再允许发客服消息。',
		colleague: '没有发送：同事已经回复了。看过再决定要不要发。',
		empty: '没有发送：请先写回复内容。',
		expired: '没有发送：页面打开太久了。看过最新的对话再发一次。',
		gone: '没有发送：留言已被删除。',
		left: '没有发送：对方没有关注公众号。',
		newMessage: '还没有处理：对方刚刚又发来消息。看过再点一次。',
		noPermission:
			'没有发送：公众号没有客服消息权限（个人号和未认证的号都没有）。请到公众平台回复，再点“已在别处回复，结束”。',
		notReached: '没有发送：连不上微信。请稍后再点一次。',
		refused: '没有发送：微信没有接受。',
		tooLong: '没有发送：内容太长。',
		underWay: '这个会话的另一条回复正在发送，这一条没有发。请刷新后再看。',
		unknown: '不确定对方是否收到，不会自动重发。请到公众平台核对，再决定要不要再发。',
		usedUp: '没有发送：5 条客服消息已经用完，要等对方再发消息。',
	},
	error: (code: number) => `微信的错误码：${code}`,
	notThere: '这个会话已经不在了：结束了两天以上，或对方已取消关注。',
	invalid: '没有处理：这个请求不是从收件箱页面发出的。请从收件箱重新打开会话。',
};

/** Everything that the pages say. */
export type Words = typeof zh;

const en: Words = {
	lang: 'en',
	title: 'Staff inbox',
	nobody: 'Nobody is waiting for an answer.',
	waiting: (count) => `${count} waiting`,
	refresh: 'Refresh',
	isCut: 'More people wait than are shown.',
	recently: 'Closed last',
	backToList: 'Back to the inbox',
	skipToAnswer: 'Skip to the answer',
	followerNamed: (end) => `Follower …${end}`,
	nobodyKnown: 'Follower without a name',
	urgency: { late: 'Late', atRisk: 'Soon late', onTrack: '' },
	channel: { chat: 'Chat', comment: 'Comment' },
	vip: 'VIP',
	waits: (minutes) => `waiting ${englishDuration(minutes)}`,
	due: (time) => `answer due ${time}`,
	closedAt: (time) => `closed ${time}`,
	profile: 'Profile',
	noProfile:
		'Nothing is known of this follower yet. Workflow 01 keeps records once it is published.',
	labels: {
		remark: 'Remark',
		tier: 'Tier',
		segment: 'Segment',
		tags: 'Tags',
		points: 'Points',
		streak: 'Checked in for',
		lastAt: 'Last contact',
		subscribedAt: 'Followed',
		channel: 'Came by',
		groupName: 'Group',
		openId: 'OpenID',
		reach: 'Can be reached',
	},
	days: (count) => (count === 1 ? '1 day' : `${count} days`),
	segments: { highValue: 'High value', potential: 'Potential', dormant: 'Dormant', lost: 'Lost' },
	conversation: 'Conversation',
	nothingSaid: 'No words were recorded.',
	from: { follower: 'Follower', staff: 'We', account: 'Sent automatically' },
	kinds: {
		'event.CLICK': 'Menu tap',
		image: 'Picture',
		link: 'Link',
		location: 'Location',
		shortvideo: 'Short video',
		video: 'Video',
		voice: 'Voice',
	},
	unsure: 'It is not certain that it arrived',
	openArticle: 'Open article',
	answer: 'Answer',
	text: 'Your answer',
	textHint: 'Up to 2,048 bytes each, about 680 Chinese characters.',
	publicHint: 'All readers see it. A comment takes one answer of at most 600 characters.',
	by: 'Your name (optional)',
	send: 'Send and close',
	withoutAnswer: 'No answer from here',
	answeredElsewhere: 'Answered elsewhere, close',
	needsNone: 'No answer needed, close',
	canWrite: (count, until) =>
		`${count} customer service ${count === 1 ? 'message' : 'messages'} left, until ${until}.`,
	canReplyPublicly: 'One public answer.',
	notNow: 'Not now',
	barriers: {
		answered: 'This comment has been answered. WeChat allows one answer.',
		closed:
			'The follower has not written for 48 hours, so WeChat takes no customer service message.',
		left: 'This person does not follow the account, so nothing can be sent.',
		usedUp:
			'All 5 customer service messages since the last message have been sent. The follower has to write again.',
	},
	otherwise: {
		intro: 'What else can be done:',
		notices: (count) => `Send a subscription notice: the follower agreed to ${count}.`,
		template: 'A template message is for service notifications only, not for chatting.',
		wait: 'Wait until the follower writes: then you have 48 hours again.',
		elsewhere: "Call, or write elsewhere, and then press 'Answered elsewhere, close'.",
	},
	done: {
		sent: 'Sent. The case is closed.',
		sentMore: 'Sent. The follower has just written again, so the case stays open.',
		closed: 'The case is closed.',
	},
	refusals: {
		answered: 'Not sent: the comment has an answer already.',
		closed:
			'Not sent: the follower has not written for 48 hours, so WeChat takes no customer service message.',
		colleague: 'Not sent: somebody else has answered. Look first, then decide.',
		empty: 'Not sent: write an answer first.',
		expired: 'Not sent: the page was open for too long. Look at the conversation and send again.',
		gone: 'Not sent: the comment has been deleted.',
		left: 'Not sent: this person does not follow the account.',
		newMessage: 'Not done yet: the follower has just written again. Look, then press once more.',
		noPermission:
			"Not sent: the account may not send customer service messages (personal and unverified accounts may not). Answer in WeChat's console, then press 'Answered elsewhere, close'.",
		notReached: 'Not sent: WeChat cannot be reached. Press once more later.',
		refused: 'Not sent: WeChat has not accepted it.',
		tooLong: 'Not sent: the text is too long.',
		underWay: 'Another answer to this case is being sent; this one was not. Refresh and look.',
		unknown:
			"It is not certain that it arrived, and it is not repeated. Look in WeChat's console before you send it again.",
		usedUp:
			'Not sent: all 5 customer service messages have been sent. The follower has to write again.',
	},
	error: (code) => `WeChat error ${code}`,
	notThere: 'This case is gone: closed more than two days ago, or the person has left.',
	invalid:
		'Nothing was done: the request did not come from a page of the inbox. Open the case there.',
};

/** The words of each language. */
export const WORDS: Readonly<Record<PageLanguage, Words>> = { en, zh };

/** Why something was not sent. */
export type Refusal = keyof Words['refusals'];

/** What was done, as an address says it. */
export type Done = keyof Words['done'];
