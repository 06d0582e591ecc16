import { defineTable } from '../table';

const at = (text: string): number => Date.parse(`${text}+08:00`);

const SHOP = {
	// What the rules ask for: an example that nobody has looked at is not opened.
	organiser: '',
	contact: '在公众号内回复“人工”',
	claim: '凭兑换码到店领取，或回复“人工”登记地址，免费寄出',
	claimDays: 30,
	status: 'ready',
} as const;

/**
 * Activities as a person plans them. `key` is the activity ID. *Activity: Open* makes a round of a plan; what is
 * changed here later changes the rounds to come, and not one that followers already know.
 */
export const plans = defineTable({
	name: 'plans',
	holds: 'activities: prizes, times and rules; edit them here',
	columns: {
		/** `lottery`, `instantWin`, `quiz`, `checkIn`, `vote` or `submission`. */
		kind: 'text',
		name: 'text',
		organiser: 'text',
		contact: 'text',
		/** Who may take part, how, and how often. */
		conditions: 'text',
		/** How prizes are claimed. */
		claim: 'text',
		/** What else followers should know. */
		rules: 'text',
		startsAt: 'time',
		endsAt: 'time',
		/** For a lottery: nobody can know the public number before, and winners are drawn after. */
		drawAt: 'time',
		/** `day` or `week`: the times are those of the first round; '' for one round. */
		repeats: 'text',
		/** One after the other, with a semicolon between: `name,quantity,value in yuan,points from`. */
		prizes: 'text',
		/** For an instant win: all tickets, those without a prize included. */
		ticketCount: 'number',
		/** Days in which a prize has to be redeemed. */
		claimDays: 'number',
		/** Reserve winners of a lottery. */
		reserves: 'number',
		/** Public number that decides a lottery; `{date}` is the day it comes out. */
		beaconName: 'text',
		/** `ready` to be opened, or `draft`. */
		status: 'text',
	},
	examples: [
		{
			...SHOP,
			key: 'weekly-draw',
			kind: 'lottery',
			name: '每周抽奖',
			conditions: '在公众号内回复“参加抽奖”，每人每期一次，所有参加者机会相同',
			rules: '本活动与微信官方无关。',
			startsAt: at('2026-01-05T10:00:00'),
			endsAt: at('2026-01-09T20:00:00'),
			drawAt: at('2026-01-09T21:00:00'),
			repeats: 'week',
			prizes: '保温杯,1,128;帆布袋,3,39;明信片一套,6,12',
			reserves: 3,
			beaconName: '福彩3D {date} 的开奖号码',
		},
		{
			...SHOP,
			key: 'weekly-quiz',
			kind: 'quiz',
			name: '每周答题',
			conditions: '在公众号内回复“答题”，每人每期一次，按得分领奖，先到先得',
			rules: '高一档发完，顺延到下一档。',
			startsAt: at('2026-01-05T10:00:00'),
			endsAt: at('2026-01-11T22:00:00'),
			repeats: 'week',
			prizes: '保温杯,2,128,4;帆布袋,10,39,2;5 元优惠券,50,5,0',
		},
		{
			...SHOP,
			key: 'scratch',
			kind: 'instantWin',
			name: '刮奖',
			conditions: '在公众号内回复“刮奖”，每人每期一次',
			rules: '奖券抽完为止。',
			startsAt: at('2026-01-05T10:00:00'),
			endsAt: at('2026-01-11T22:00:00'),
			repeats: 'week',
			prizes: '帆布袋,10,39',
			ticketCount: 100,
		},
	],
});
