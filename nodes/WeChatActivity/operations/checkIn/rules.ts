import { now } from '../../../shared/engagement/fields';
import { collection, integer, mapped, optionalText, rows } from '../../../shared/operations/fields';
import type { CheckInRules } from '../../engine/checkIn/worth';
import { count } from '../../fields/count';
import type { ReplyTexts } from '../../fields/replies';
import { endsAt, startsAt } from '../../fields/window';

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

export const CHECK_IN_PLACEHOLDERS =
	'{points} {balance} {streak} {longest} {total} {day} {reward} {nextReward} {nextRewardIn} {makeUpsLeft}';

/** Fields of all check-in operations: what a day is worth follows from all days, so all need the same rules. */
export const checkInFields = {
	pointsPerDay: count('Points per Day', 1, 'Points for every check-in'),
	rewards: rows(
		'Streak Rewards',
		['entry', 'Entry'],
		{
			day: integer('Day', [1, 100_000], {
				default: 7,
				description: 'Day of the streak, or of its cycle',
			}),
			points: count('Points', 0, 'Points in addition to those of the day'),
			name: optionalText('Name', {
				description: 'What else is given; stands for {reward} in the reply',
			}),
		},
		{
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Reward',
			description: 'Extra reward on the nth day in a row',
		},
	),
	options: mapped(
		collection('Options', 'Add option', {
			cycleLength: count('Cycle Length', 7, 'Days after which rewards begin anew; 0 for never'),
			endsAt,
			graceHours: count('Grace Hours', 0, 'Hours after midnight that belong to the day before'),
			makeUpPoints: count('Make-Up Points', 0, 'Points for a day that is made up (补签)'),
			makeUpWithinDays: count('Make-Up Within Days', 7, 'How far back a day can be made up'),
			makeUpsPerMonth: count('Make-Ups per Month', 3, 'Make-ups (补签) of a person in a month'),
			now,
			startsAt,
		}),
		({ startsAt: from, endsAt: to, ...given }) => ({
			startsAt: from,
			endsAt: to,
			cycleLength: given.cycleLength ?? 7,
			graceHours: given.graceHours ?? 0,
			makeUpsPerMonth: given.makeUpsPerMonth ?? 3,
			makeUpWithinDays: given.makeUpWithinDays ?? 7,
			makeUpPoints: given.makeUpPoints ?? 0,
		}),
	),
};

/** The rules as filled in. */
export const checkInRules = ({
	pointsPerDay,
	rewards,
	options,
}: {
	pointsPerDay: number;
	rewards: CheckInRules['rewards'];
	options: Omit<CheckInRules, 'pointsPerDay' | 'rewards'>;
}): CheckInRules => ({
	...options,
	pointsPerDay,
	rewards: rewards.map(({ day, points, name }) => ({ day, points, name })),
});
