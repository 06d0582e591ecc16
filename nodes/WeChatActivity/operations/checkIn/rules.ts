import type { INodeProperties } from 'n8n-workflow';
import { RowReader } from '../../../shared/rows/row';
import type { CheckInRules } from '../../engine/checkIn/replay';
import {
	activityIdField,
	endsAtField,
	entriesField,
	eventField,
	numberField,
	withNow,
	rowsKnownFields,
	startsAtField,
} from '../fields';
import { repliesField, type ReplyTexts } from '../replies';
import type { Run } from '../run';

/** Replies of all check-in operations. */
export const CHECK_IN_REPLIES: ReplyTexts = {
	checkedIn: {
		label: 'Checked In',
		text: '签到成功，已连续签到 {streak} 天，本次获得 {points} 积分，当前共 {balance} 积分。',
	},
	alreadyCheckedIn: {
		label: 'Already Checked In',
		text: '这一天已经签到过了，已连续签到 {streak} 天。',
	},
	madeUp: {
		label: 'Made Up',
		text: '{day} 补签成功，已连续签到 {streak} 天，本月还可补签 {makeUpsLeft} 次。',
	},
	notMissed: { label: 'Nothing to Make Up', text: '没有可以补签的日期。' },
	tooLate: { label: 'Too Late to Make Up', text: '{day} 已超过可补签的期限。' },
	noCardsLeft: { label: 'No Make-Ups Left', text: '本月的补签次数已用完。' },
	notOpen: { label: 'Not Open Yet', text: '签到活动还没有开始。' },
	closed: { label: 'Closed', text: '签到活动已经结束，感谢参与。' },
	status: {
		label: 'Status',
		text: '已连续签到 {streak} 天，累计 {total} 天，最长连续 {longest} 天，当前共 {balance} 积分。',
	},
};

/** Fields of all check-in operations: what a day is worth follows from all days, so all need the same rules. */
export const checkInFields: INodeProperties[] = [
	activityIdField,
	...rowsKnownFields,
	numberField('Points per Day', 'pointsPerDay', 1, 'Points for every check-in'),
	entriesField(
		{
			displayName: 'Streak Rewards',
			name: 'rewards',
			entry: 'Reward',
			hint: 'What the n-th day in a row brings in addition',
		},
		[
			numberField('Day', 'day', 7, 'Day of the streak, or of its cycle'),
			numberField('Points', 'points', 0, 'Points in addition to those of the day'),
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				description: 'What else is given; stands for {reward} in the reply',
			},
		],
	),
	eventField,
	repliesField(
		CHECK_IN_REPLIES,
		'{points} {balance} {streak} {longest} {total} {day} {reward} {nextReward} {nextRewardIn} {makeUpsLeft}',
	),
	withNow(
		numberField(
			'Cycle Length',
			'cycleLength',
			7,
			'Days after which rewards begin anew; 0 for never',
		),
		numberField(
			'Grace Hours',
			'graceHours',
			0,
			'Hours after midnight that belong to the day before',
		),
		numberField('Make-Up Points', 'makeUpPoints', 0, 'Points for a day that is made up (补签)'),
		numberField('Make-Up Within Days', 'makeUpWithinDays', 7, 'How far back a day can be made up'),
		numberField(
			'Make-Ups per Month',
			'makeUpsPerMonth',
			3,
			'Make-ups (补签) of a person in a month',
		),
		startsAtField,
		endsAtField,
	),
];

/** The rules as filled in. */
export function checkInRules(run: Run): CheckInRules {
	return {
		...run.window(),
		pointsPerDay: run.number('pointsPerDay', 'Points per Day', 0),
		rewards: run.entries('rewards').map((entry, position) => {
			const reader = new RowReader(entry, `Reward ${position + 1}`);
			return {
				day: reader.number('day', { min: 1, integer: true }),
				points: reader.number('points', { fallback: 0, min: 0, integer: true }),
				name: reader.text('name', ''),
			};
		}),
		cycleLength: run.option('cycleLength', 'Cycle Length', 7),
		graceHours: run.option('graceHours', 'Grace Hours', 0),
		makeUpsPerMonth: run.option('makeUpsPerMonth', 'Make-Ups per Month', 3),
		makeUpWithinDays: run.option('makeUpWithinDays', 'Make-Up Within Days', 7),
		makeUpPoints: run.option('makeUpPoints', 'Make-Up Points', 0),
	};
}
