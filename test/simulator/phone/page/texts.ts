/** Texts of the page: Chinese, English. `{name}` is filled in. */
export const TEXTS = {
	title: ['手机：微信平台模拟器', 'Phone: WeChat platform simulator'],
	phone: ['手机', 'Phone'],
	behind: ['幕后', 'Behind'],
	views: ['视图', 'Views'],
	account: ['公众号', 'Official Account'],
	chat: ['与公众号的聊天', 'Chat with the account'],
	person: ['我是 {name}', 'I am {name}'],
	nobody: ['选择粉丝', 'Choose a follower'],
	more: ['更多', 'More'],
	close: ['关闭', 'Close'],
	message: ['写消息', 'Write a message'],
	send: ['发送', 'Send'],
	picture: ['发图片', 'Send a picture'],
	toMenu: ['显示菜单', 'Show the menu'],
	toKeyboard: ['显示输入框', 'Show the keyboard'],
	menu: ['公众号菜单', 'Menu of the account'],
	follow: ['关注公众号', 'Follow the account'],
	notFollowing: ['还没有关注，关注后才能发消息', 'Follow the account to write to it'],
	welcome: [
		'先选一个粉丝，或者新建一个，再像在微信里一样聊天。',
		'Choose a follower or add one, and chat as in WeChat.',
	],
	nothingYet: ['还没有消息', 'No messages yet'],
	typing: ['对方正在输入…', 'The account is typing…'],
	you: ['我', 'You'],
	system: ['提示', 'Note'],
	'people.title': ['我是谁', 'Who am I'],
	'people.search': ['按名字或 OpenID 找', 'Find by name or OpenID'],
	'people.new': ['新粉丝的名字', 'Name of a new follower'],
	'people.add': ['新建', 'Add'],
	'people.none': ['没有找到', 'Nobody found'],
	'people.left': ['未关注', 'not following'],
	'scan.title': ['扫渠道码', 'Scan a channel code'],
	'scan.how': [
		'选一个公众号建好的二维码，或者直接填场景值。',
		'Choose a code that the account has made, or enter its scene.',
	],
	'scan.scene': ['场景值', 'Scene'],
	'scan.do': ['扫码', 'Scan'],
	'scan.result': ['二维码里的内容', 'What the code says'],
	'more.scan': ['扫渠道码关注', 'Follow by a channel code'],
	'more.scanAgain': ['扫渠道码', 'Scan a channel code'],
	'more.articles': ['看文章', 'Read an article'],
	'more.notice': ['订阅一次通知', 'Allow one notice'],
	'more.unfollow': ['取消关注', 'Unfollow'],
	'articles.title': ['公众号的文章', 'Articles of the account'],
	'articles.none': ['公众号还没有发过文章', 'The account has published nothing yet'],
	'article.noText': ['（没有正文）', '(no text)'],
	'article.comments': ['精选留言', 'Comments'],
	'article.noComments': ['还没有精选留言', 'No comments are featured yet'],
	'article.closed': ['这篇文章没有开留言', 'This article takes no comments'],
	'article.write': ['写留言', 'Write a comment'],
	'article.sent': ['留言已提交，精选后别人也能看到', 'Sent; others see it once it is featured'],
	'article.own': ['我的留言', 'mine'],
	'article.featured': ['精选', 'featured'],
	'article.reply': ['作者回复', 'Reply of the author'],
	'article.refresh': ['刷新', 'Refresh'],
	'notice.title': ['同意接收一次', 'Agree to one notice'],
	'notice.none': ['公众号还没有订阅通知模板', 'The account has no notice templates'],
	'way.passive': ['被动回复', 'passive reply'],
	'way.customerService': ['客服消息', 'customer service message'],
	'way.template': ['模板消息', 'template message'],
	'way.notice': ['订阅通知', 'subscription notice'],
	'way.broadcast': ['群发', 'broadcast'],
	'way.staff': ['人工客服', 'a person of customer service'],
	'way.menu': ['菜单直接显示', 'shown by the menu itself'],
	seconds: ['{n} 秒', '{n} s'],
	underWay: ['发送中…', 'Sending…'],
	acknowledged: ['已收到，没有被动回复 · {took}', 'Received, no passive reply · {took}'],
	attempts: ['推送了 {n} 次', '{n} attempts'],
	handedToAi: ['已交给微信的智能回复', "Handed to WeChat's own AI answers"],
	withStaff: ['已转给人工客服 {account}', 'Handed to customer service {account}'],
	outOfOrder: [
		'该公众号提供的服务出现故障，请稍后再试',
		'This account is out of order. Please try again later.',
	],
	'act.subscribe': ['关注了公众号', 'Followed the account'],
	'act.subscribeBy': ['扫渠道码 {detail} 关注了公众号', 'Followed by the channel code {detail}'],
	'act.unsubscribe': ['取消了关注', 'Unfollowed'],
	'act.SCAN': ['扫了渠道码 {detail}', 'Scanned the channel code {detail}'],
	'act.CLICK': ['点了菜单（{detail}）', 'Tapped the menu ({detail})'],
	'act.VIEW': ['从菜单打开了 {detail}', 'Opened {detail} from the menu'],
	'act.consent': ['回应了订阅通知', 'Answered the question for a notice'],
	'act.other': ['{event} {detail}', '{event} {detail}'],
	'kind.picture': ['图片', 'Picture'],
	'kind.voice': ['语音', 'Voice'],
	'kind.video': ['视频', 'Video'],
	'kind.other': ['[{type}] {text}', '[{type}] {text}'],
	open: ['查看详情', 'Open'],
	newTab: ['（在新标签页打开）', '(opens in a new tab)'],
	'behind.follower': ['粉丝', 'Follower'],
	'behind.tags': ['标签', 'Tags'],
	'behind.noTags': ['没有标签', 'no tags'],
	'behind.remark': ['备注', 'Remark'],
	'behind.window': ['客服消息', 'Customer service messages'],
	'behind.open': ['还能发 {n} 条，到 {until}', '{n} more until {until}'],
	'behind.manyOpen': ['不限条数，到 {until}', 'any number until {until}'],
	'behind.closed': ['现在不能发', 'none may be sent now'],
	'behind.staff': ['人工客服', 'Customer service'],
	'behind.waiting': ['排队等待中', 'waiting for a person'],
	'behind.clock': ['时钟', 'Clock'],
	'behind.forward': ['往后拨', 'Move forward'],
	'clock.minute': ['1 分钟', '1 minute'],
	'clock.hour': ['1 小时', '1 hour'],
	'clock.day': ['1 天', '1 day'],
	'clock.twoDays': ['2 天', '2 days'],
	'behind.calls': ['调用微信接口', 'Calls to WeChat'],
	'behind.noCalls': ['还没有调用', 'No calls yet'],
	'behind.about': ['与这个粉丝有关', 'about this follower'],
	'behind.good': ['成功', 'good'],
	'behind.connect': ['连接', 'Connection'],
	'connect.how': [
		'在 n8n 里新建凭证，填下面几项；发布带触发器的工作流，把它的 Production URL 填到“服务器地址”。',
		'Make a credential in n8n with these values; publish a workflow with the trigger, and enter its production URL as server URL.',
	],
	'connect.base': ['接口地址（API Base URL）', 'API base URL'],
	'connect.url': ['服务器地址（URL）', 'Server URL'],
	'connect.mode': ['消息加解密方式', 'Message encryption'],
	'mode.plain': ['明文模式', 'Plaintext'],
	'mode.compatible': ['兼容模式', 'Compatible'],
	'mode.safe': ['安全模式', 'Safe'],
	'connect.save': ['检查并保存', 'Check and save'],
	'connect.saved': ['服务器通过了检查，已保存', 'The server has passed the check'],
	lost: ['与模拟器的连接断开了，正在重连…', 'The simulator does not answer, trying again …'],
	'error.noServer': [
		'公众号还没有服务器地址：请在“幕后 › 连接”里填写。',
		'The account has no server URL yet: enter it under Behind › Connection.',
	],
	'error.serverCheck': [
		'服务器没有通过检查：工作流发布了吗？Token 和密钥与凭证一致吗？',
		'The server did not pass the check: is the workflow published, are token and key those of the credential?',
	],
	'error.address': [
		'服务器地址要以 http:// 或 https:// 开头。',
		'The server URL begins with http:// or https://.',
	],
	'error.picture': ['这不是可以发送的图片。', 'This is no picture that can be sent.'],
	'error.menu': ['菜单已经变了，请再点一次。', 'The menu has changed, please tap again.'],
	'error.article': ['没有这篇文章。', 'There is no such article.'],
	'error.comment': ['这篇文章不能留言。', 'This article takes no comments.'],
	'error.person': ['没有这个粉丝。', 'There is no such follower.'],
} satisfies Record<string, [zh: string, en: string]>;

export type TextKey = keyof typeof TEXTS;

/** How the simulator's errors begin, and what the page says instead. */
export const ERRORS: ReadonlyArray<[beginning: string, text: TextKey]> = [
	['The account has no server URL', 'error.noServer'],
	['The server did not pass', 'error.serverCheck'],
	['The server URL begins', 'error.address'],
	['This is no picture', 'error.picture'],
	['A picture is needed', 'error.picture'],
	['The menu has no such entry', 'error.menu'],
	['There is no such article', 'error.article'],
	['No such article', 'error.comment'],
	['There is no such follower', 'error.person'],
];

export type Language = 'zh-CN' | 'en';

/** Chinese for browsers that ask for it first, English for all others. */
export const languageOf = (asked: string): Language => (/^zh/i.test(asked) ? 'zh-CN' : 'en');

/** The texts of a language. */
export class Words {
	constructor(readonly language: Language) {}

	/** A text with its values filled in. */
	say(key: TextKey, values: Record<string, string | number> = {}): string {
		const [zh, en] = TEXTS[key];
		const text = this.language === 'en' ? en : zh;
		return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
	}

	/** Milliseconds in seconds, as a reader wants them. */
	took(milliseconds: number): string {
		const seconds = milliseconds / 1_000;
		return this.say('seconds', {
			n: seconds < 10 ? seconds.toFixed(seconds < 1 ? 2 : 1) : Math.round(seconds),
		});
	}

	/** An error of the simulator. */
	error(message: string): string {
		const known = ERRORS.find(([beginning]) => message.startsWith(beginning));
		return known ? this.say(known[1]) : message;
	}

	/** Hour and minute in Shanghai; with the day where it is not today's. */
	time(at: number, now: number): string {
		const format = (options: Intl.DateTimeFormatOptions) =>
			new Intl.DateTimeFormat(this.language, { timeZone: 'Asia/Shanghai', ...options });
		const day = format({ dateStyle: 'short' });
		const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
		return day.format(at) === day.format(now)
			? format(hour).format(at)
			: format({ month: 'short', day: 'numeric', ...hour }).format(at);
	}

	/** Day of the week, day and time in Shanghai. */
	moment(at: number): string {
		return new Intl.DateTimeFormat(this.language, {
			timeZone: 'Asia/Shanghai',
			dateStyle: 'full',
			timeStyle: 'short',
		}).format(at);
	}
}
