/** What an operator changes first; every workflow reads these rows. */
export const settings = [
	{ key: 'accountName', value: '山野茶铺', note: '公众号名称，出现在欢迎语和通知里' },
	{
		key: 'staffWebhookUrl',
		value: '',
		note: '企业微信群机器人的 Webhook 地址，客服与运营的提醒发到这里；留空则不提醒',
	},
	{
		key: 'now',
		value: '',
		note: '留空表示当前时间；填写时间（如 2026-11-24 09:00）可以试跑某一天',
	},
	{
		key: 'welcome',
		value: '您好，欢迎关注山野茶铺！\n回复“优惠”看本月活动，“签到”领积分，“人工”找客服。',
		note: '关注后的欢迎语',
	},
	{
		key: 'welcome:store',
		value:
			'您好，欢迎光临山野茶铺门店！\n出示这条消息，可免费试饮当季新茶一杯。\n回复“门店”查看地址与营业时间。',
		note: '扫门店二维码（场景值 store）关注的欢迎语',
	},
	{
		key: 'businessHours',
		value: '09:00-21:00',
		note: '客服上班时间，计算回复时限用；可写多段，如 09:00-12:00, 13:30-18:00',
	},
	{
		key: 'businessHoursHoliday',
		value: '10:00-18:00',
		note: '法定节假日的上班时间；留空表示休息',
	},
	{
		key: 'commentThanks',
		value:
			'谢谢喜欢，您的肯定是我们用心做茶的动力～\n感谢留言！下次到店记得告诉我们，请您喝一杯新茶。\n谢谢您这么认真地读完，我们会继续努力。\n看到您的留言很开心，祝您日日有好茶～\n谢谢支持，有想看的内容欢迎告诉我们。',
		note: '好评留言的感谢语，一行一条，轮流使用',
	},
	{
		key: 'commentAck',
		value: '感谢留言，欢迎常来坐坐～\n收到啦，谢谢您的参与！\n谢谢留言，我们都看到了～',
		note: '既非好评也非提问的留言的回应，一行一条，轮流使用',
	},
	{
		key: 'commentFollowUp',
		value:
			'您平时更喜欢清淡的还是浓一点的口感？\n您是自己喝还是送人？告诉我们，给您推荐。\n还有想了解的，欢迎继续留言～',
		note: '回答好问题之后的追问，一行一条，轮流使用；留空则不追问',
	},
	{
		key: 'commentElectPerDay',
		value: '5',
		note: '每天自动精选多少条优质好评；0 表示不自动精选',
	},
	{
		key: 'commentElectMinLength',
		value: '15',
		note: '自动精选的好评至少多少个字',
	},
	{
		key: 'staffOpenId',
		value: '',
		note: '审批人的 OpenID（在公众号里给账号发一条消息，到 wechat_interactions 表里查）；留空则只用群里的链接审批',
	},
	{
		key: 'approvalHours',
		value: '2',
		note: '审批最多等几小时，过期按驳回处理',
	},
	{
		key: 'dashboardKey',
		value: '',
		note: '运营报告网页的密钥，自己定一串不好猜的字符；打开网址时加 ?key=密钥。留空则网页不开放',
	},
	{
		key: 'couponKey',
		value: '',
		note: '店员核销优惠券的口令，自己定一串不好猜的字符；留空则不能核销',
	},
	{ key: 'checkInPoints', value: '1', note: '每天签到的积分' },
	{ key: 'checkInDay1', value: '1', note: '每轮第 1 天另加的积分' },
	{ key: 'checkInDay3', value: '3', note: '连续第 3 天另加的积分' },
	{ key: 'checkInDay7', value: '10', note: '连续第 7 天另加的积分' },
	{
		key: 'checkInGift',
		value: '茶样一份',
		note: '连续第 7 天的礼物，由员工发放；留空则没有',
	},
	{ key: 'makeUpsPerMonth', value: '3', note: '每人每月可以补签几次' },
	{ key: 'submissionPoints', value: '20', note: '投稿通过评审的积分' },
	{
		key: 'submissionCoverMediaId',
		value: '',
		note: '没有配图的投稿用作封面的图片：永久素材的 media_id',
	},
	{
		key: 'groupWelcome',
		value:
			'欢迎来到茶友群！\n群友资料：https://shop.example.com/tea-notes\n每周三晚 8 点有茶课，回复“签到”领积分。',
		note: '回复“已进群”之后的话',
	},
	{
		key: 'groupActiveMin',
		value: '8',
		note: '群成员 30 天内互动多少次算活跃，得到标签“活跃成员”',
	},
	{
		key: 'handOverBy',
		value: 'transfer',
		note: 'transfer：转给公众号的客服；text：没有开通客服功能，只回一句话并提醒员工',
	},
	{
		key: 'handOverAfterHours',
		value: '客服现在不在线（上班时间 {hours}）。您的问题已经记下，{due} 前回复您。',
		note: '下班时间转人工的回复；{hours} 为上班时间，{due} 为最晚回复时间',
	},
	{
		key: 'talkReply',
		value: '您好～想了解什么，直接回复就好，例如“优惠”“门店”；要找人，请回复“人工”。',
		note: '粉丝只是打招呼、道谢或说“好的”时的回复',
	},
	{
		key: 'lotteryPageUrl',
		value: '',
		note: '抽奖公示页的网址（07 号流程公示页节点的 Production URL）；留空则回复里不带网址',
	},
	{
		key: 'assistantHelp',
		value: '您好，我是小助手。请把问题写在后面，例如：小助手 第一次买白茶，选哪款？',
		note: '粉丝只写“小助手”时的回复',
	},
	{ key: 'assistantWait', value: '正在为您查询，请稍等…', note: '交给 AI 之前先回的一句话' },
	{
		key: 'assistantPrompt',
		value: '称呼粉丝“您”。推荐茶时先问口味。不评价别家的茶。',
		note: '给 AI 的补充要求：语气、禁忌、店里的情况',
	},
	{
		key: 'assistantConfidence',
		value: '0.6',
		note: 'AI 的把握低于这个数就转人工，0 到 1',
	},
	{ key: 'assistantPerDay', value: '20', note: '每人每天最多问 AI 几次' },
];
