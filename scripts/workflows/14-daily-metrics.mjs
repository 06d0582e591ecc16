import { Canvas } from './lib/canvas.mjs';
import { dailyAt, isTrue, switchBy, webhook } from './lib/nodes.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { alerts } from './metrics/alerts.mjs';
import { calculation } from './metrics/calculation.mjs';
import { reportPage } from './metrics/page.mjs';
import { statistics } from './metrics/statistics.mjs';

const DAILY = 'Every day at 8:30';
const PAGE = 'Report page';

export default (store) => {
	const w = new Canvas({
		name: '14 Daily metrics',
		overview: `### How it works
每天早上 8:30（微信的统计约 8:00 出数）算出昨天的指标：
- 基础：阅读、点赞、转发、留言、关注、回复率、首次响应、SLA；
- 转化：活动参与率、菜单点击率、自动解决率、转人工率、入群率、核销率；
- 深度：停留时长、互动间隔、沉默占比、留存、流失预警、分层升降。

结果按天、周、月存进 wechat_metrics 表。和过去八周的同一天相比偏离太多的，提醒员工一次；流失预警的粉丝记在 wechat_churn_warnings 表；日报发到员工群。

值为空表示无法得知（例如统计还没出），不等于 0。

### Setup
1. 先运行 00 号流程；选择凭证并发布。统计接口需要已认证的公众号，没有认证时其余指标照样计算。
2. 在 wechat_settings 表填 staffWebhookUrl；填 dashboardKey 后，打开触发器 Report page 的网址加 ?key=密钥，就是报告网页。
3. 目标值在 Calculate 节点的 Targets 里改。`,
	});

	const begin = w.section('## 1. 开始\n每天计算，或有人打开网页。', { line: 0 });
	const daily = begin.put(DAILY, dailyAt(8, 30), 0, 0);
	const visit = begin.put(
		PAGE,
		webhook('wechat-report', { responseMode: 'responseNode', options: {} }),
		0,
		1,
	);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 0);
	const task = begin.put(
		'What is to be done?',
		switchBy({
			Calculate: isTrue(`$('${DAILY}').isExecuted`),
			'Show page': isTrue(`$('${PAGE}').isExecuted`),
		}),
		2,
		0,
		{ executeOnce: true },
	);
	w.link(daily, settings).link(visit, settings).link(settings, task);

	statistics(w, store, task);
	alerts(w, store, calculation(w, store, task));
	reportPage(w, store, { start: task, output: 1, visit });
	return w;
};
