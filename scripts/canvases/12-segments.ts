import type { Canvas } from './lib/canvas';
import { action, byHand, own, tellStaff, weeklyAt } from './lib/nodes';
import { both, type Words } from './lib/words';

/** Gives or takes a tag that the item names; an account without tags has its segments all the same. */
const changeTag = (operation: 'tagUsers' | 'untagUsers', name: Words, tag: string) =>
	action(
		'tag',
		operation,
		name,
		{ tag: { __rl: true, mode: 'name', value: tag }, openIds: '={{ $json.openId }}' },
		{ onError: 'continueRegularOutput' },
	);

/** Followers are put into four segments each week, and staff hears what has changed. */
export const segments: Canvas = {
	number: '12',
	file: 'weekly-segments',
	name: both('每周粉丝分层', 'Weekly segments'),
	overview: {
		what: both(
			'每周一按最近互动、互动次数和消费把粉丝分成高价值、潜在、沉默、流失四层，写进联系人表，在公众号后台打上同名的标签，并把变化告诉员工群。',
			'Every Monday followers are put into four segments by recency, frequency and money: high value, potential, dormant, lost. The segment goes into the contacts and becomes a tag of the account, and staff hears what has changed.',
		),
		steps: [
			both(
				'先发布 01 号流程，积累几天互动。',
				'Publish workflow 01 first, and let it collect for some days.',
			),
			both(
				'选择公众号凭证和员工群机器人凭证。',
				'Choose the credentials of the account and of the robot.',
			),
			both('想马上看结果，运行“手动运行”。', "To see it at once, run 'Run by hand'."),
		],
		runs: {
			personal: {
				without: both('标签：分层只在数据表里', 'tags: segments stand in the table only'),
			},
			subscription: 'whole',
			service: 'whole',
		},
		accounts: both(
			'分层按自己的记录算，打标签才用微信接口。',
			'Segments come from your own records; WeChat is called for the tags only.',
		),
	},
	nodes: {
		monday: weeklyAt(1, '6:00', both('每周一 6:00', 'Mondays at 6:00')),
		hand: byHand(both('手动运行', 'Run by hand')),
		score: own('Segment', 'score', both('给粉丝分层', 'Score followers')),
		untag: changeTag(
			'untagUsers',
			both('取下原来的标签', 'Take the earlier tag'),
			'={{ $json.removeTag }}',
		),
		tag: changeTag('tagUsers', both('打上新标签', 'Give the new tag'), '={{ $json.addTag }}'),
		tell: tellStaff(both('分层结果发到员工群', 'Send summary to staff')),
	},
	picture: `
		monday → score:Summary → tell
		score:Tag Changes → untag
		score:Tag Changes → tag
		hand → score
	`,
	notes: {
		monday: both(
			'## 每周一次，也可以手动运行\n四层各有一个出口，快要沉默的人走“Going Silent”。要给谁做活动，从谁的出口接下去。',
			'## Weekly, or by hand\nEach segment has an output of its own, and so have those who are about to fall silent (Going Silent): connect there what you want to do for them.',
		),
	},
};
