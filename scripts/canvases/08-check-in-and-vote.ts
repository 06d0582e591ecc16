import type { Canvas } from './lib/canvas';
import { own, received, reply, tellStaff, weeklyAt } from './lib/nodes';
import { both } from './lib/words';

/** Followers check in every day for points, and vote. */
export const checkIn: Canvas = {
	number: '08',
	file: 'check-in-and-vote',
	name: both('签到积分与投票', 'Check-in and vote'),
	overview: {
		what: both(
			'粉丝回复“签到”得积分，连续签到第 3 天、第 7 天有奖励；漏签可以回复“补签”。回复“投票”参加本周投票，每人一票。每周一把结果发到员工群。',
			'Followers check in every day for points, with rewards on the third and seventh day in a row; a missed day can be made up. They vote, once each, and on Mondays the staff gets the result. The words for it stand in the nodes.',
		),
		steps: [
			both(
				'选择公众号凭证和员工群机器人凭证。',
				'Choose the credentials of the account and of the robot.',
			),
			both(
				'在“签到”里改每天的积分和奖励，在“投票”和“投票结果”里改选项，两处一样。',
				"Set points and rewards in 'Check in', the choices in 'Vote' and in 'Result of the vote', the same in both.",
			),
			both(
				'换一个新投票时，两处的 Activity ID 一起改。',
				'For a new vote, change Activity ID in both.',
			),
			both(
				'发布。菜单按钮的 key 填“签到”“投票”，点菜单也一样。',
				'Publish. Menu buttons whose keys are these words work as well.',
			),
		],
		runs: { personal: 'whole', subscription: 'whole', service: 'whole' },
	},
	nodes: {
		message: received(both('粉丝发文字或点菜单', 'A follower writes or taps'), {
			triggerOn: ['text', 'event.CLICK'],
		}),
		checkIn: own('Activity', 'checkIn.record', both('签到', 'Check in'), {
			activityId: 'daily',
			rewards: {
				entry: [
					{ day: 3, points: 3, name: '' },
					{ day: 7, points: 10, name: '' },
				],
			},
		}),
		vote: own('Activity', 'vote.cast', both('投票', 'Vote'), {
			activityId: 'vote-1',
			choices: '图文教程\n视频讲解\n直播答疑',
		}),
		answer: reply(both('回复', 'Reply')),
		monday: weeklyAt(1, '9:00', both('每周一 9:00', 'Mondays at 9:00')),
		result: own('Activity', 'vote.getResult', both('投票结果', 'Result of the vote'), {
			activityId: 'vote-1',
			choices: '图文教程\n视频讲解\n直播答疑',
			// The staff may know before the vote is over.
			options: { hidesResults: false },
		}),
		tell: tellStaff(both('结果发到员工群', 'Send result to staff'), {
			title: '投票结果',
			text: '={{ $json.reply }}',
		}),
	},
	picture: `
		message → checkIn:Reply → answer
		checkIn:Not for This Activity → vote:Reply → answer
		monday → result → tell
	`,
	notes: {
		message: both(
			'## 不是签到的，再看是不是投票\n要加别的玩法，从“Not for This Activity”接下去。',
			'## What is no check-in may be a vote\nFor more games go on from “Not for This Activity”.',
		),
		monday: both('## 每周看一次结果', '## The result, once a week'),
	},
};
