import type { Canvas } from './lib/canvas';
import { dailyAt, everyMinutes, own, tellStaff } from './lib/nodes';
import { both } from './lib/words';

/** Staff is warned before an answer is late, and again when it is. */
export const replyTimes: Canvas = {
	number: '03',
	file: 'reply-times',
	name: both('回复时限提醒', 'Reply times'),
	overview: {
		what: both(
			'等人回复的消息和留言，快到时限时提醒员工群，超时再提醒一次并 @所有人；每天早上报告昨天回复得多快。时限默认 VIP 30 分钟、其他 2 小时，只算营业时间。',
			'When a message or comment that waits for a person is about to be late, the group of the staff is told, and once more, to everybody, when it is. Each morning the report of yesterday comes. VIPs are to be answered in 30 minutes, others in two hours, within business hours.',
		),
		steps: [
			both(
				'选择公众号凭证和员工群机器人凭证。',
				'Choose the credentials of the account and of the robot.',
			),
			both(
				'营业时间写在“检查时限”和“昨天的报告”里，两处一样。',
				"Set the business hours in 'Check deadlines' and in 'Report of yesterday', the same in both.",
			),
			both(
				'时限写在数据表“…_sla_policies”里，可以按等级修改。',
				'The minutes for each tier stand in the Data table …_sla_policies.',
			),
			both(
				'发布。由 04 号流程转人工的消息会自动计时。',
				'Publish. What workflow 04 hands to a person is timed.',
			),
		],
		runs: {
			personal: {
				without: both(
					'聊天记录：有人回复后，要用“Close Case”结束',
					'chat records: close a case by Close Case when a person has answered',
				),
			},
			subscription: 'whole',
			service: 'whole',
		},
	},
	nodes: {
		minute: everyMinutes(1, both('每分钟', 'Every minute')),
		check: own('Sla', 'check', both('检查时限', 'Check deadlines')),
		atRisk: tellStaff(both('提醒：快超时了', 'Tell staff: soon late')),
		late: tellStaff(both('提醒所有人：已超时', 'Tell everybody: late'), { call: 'all' }),
		morning: dailyAt('9:00', both('每天 9:00', 'Every day at 9:00')),
		report: own('Sla', 'getReport', both('昨天的报告', 'Report of yesterday')),
		tell: tellStaff(both('报告发到员工群', 'Send report to staff')),
	},
	picture: `
		minute → check:At Risk → atRisk
		check:Late → late
		morning → report → tell
	`,
	notes: {
		minute: both(
			'## 快超时提醒一次，超时再提醒一次',
			'## Once when it is soon late, once when it is',
		),
		morning: both('## 每天早上看昨天', '## Each morning, the day before'),
	},
};
