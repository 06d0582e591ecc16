import type { Canvas } from './lib/canvas';
import { dailyAt, own, page, show, tellStaff } from './lib/nodes';
import { both } from './lib/words';

/** The figures of yesterday, what is unusual about them, and a page. */
export const dailyMetrics: Canvas = {
	number: '14',
	file: 'daily-metrics',
	name: both('每日指标与报告', 'Daily metrics'),
	overview: {
		what: both(
			'每天 8:30 收集昨天的数据：基础、转化、深度三层指标。有异常时通知员工群；报告页在手机上也能看，菜单按点击着色。',
			'Every day at 8:30 the figures of yesterday are collected in three layers. Staff hears of what is unusual; a page shows all of it, the menu coloured by what is tapped.',
		),
		steps: [
			both('先发布 01 号流程。', 'Publish workflow 01 first.'),
			both(
				'选择公众号凭证、员工群机器人凭证，给报告页设用户名和密码。',
				'Choose the credentials of the account and of the robot, and set a name and password for the page.',
			),
			both(
				'发布，把“打开报告页”的 Production URL 收藏到手机。',
				"Publish, and keep the Production URL of 'Open report' on your phone.",
			),
		],
		runs: {
			personal: {
				without: both(
					'微信的统计：只有自己记录的指标',
					"WeChat's statistics: only the figures of its own records",
				),
			},
			subscription: 'whole',
			service: 'whole',
		},
	},
	nodes: {
		morning: dailyAt('8:30', both('每天 8:30', 'Every day at 8:30')),
		collect: own('Metrics', 'collect', both('收集昨天的数据', 'Collect yesterday')),
		find: own('Metrics', 'alerts', both('找出异常', 'Find what is unusual')),
		tell: tellStaff(both('提醒员工群', 'Tell staff')),
		open: page(both('打开报告页', 'Open report'), 'wechat-report'),
		report: own('Metrics', 'page', both('做报告页', 'Make the page')),
		show: show(both('显示', 'Show')),
	},
	picture: `
		morning → collect:Metrics → find → tell
		open → report → show
	`,
	notes: {
		morning: both(
			'## 收集、找异常、提醒\n快要流失的粉丝走“Churn Warnings”，要做什么从那里接下去。',
			'## Collect, look, tell\nWho is about to leave comes out of “Churn Warnings”: connect there what you want to do.',
		),
		open: both('## 报告页要用户名和密码', '## The page asks for name and password'),
	},
};
