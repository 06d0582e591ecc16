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
];
