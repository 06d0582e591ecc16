import type { Canvas } from './lib/canvas';
import { counter } from './lib/counter';
import { action, byHand, own, received, reply, tellStaff, weeklyAt } from './lib/nodes';
import { both } from './lib/words';

/** The plan among the examples. */
const ID = 'weekly-quiz';

/** Followers answer questions in the chat, and get what their points are worth, as long as there is any. */
export const quizForPrizes: Canvas = {
	number: '06',
	file: 'quiz-for-prizes',
	name: both('答题赢奖品', 'Quiz for prizes'),
	overview: {
		what: both(
			'粉丝回复“答题”，在对话里一题一题作答，中途可以“退出答题”，回来接着答；回复“我的成绩”看名次。答完按得分发奖品和兑换码，发完为止，每人每期一份；门店在表单里核销。每期先自动检查规则，有问题不开放，并告诉员工。',
			'Followers answer questions one by one in the chat, and may pause, or ask for their place. At the end they get a prize by points, with a code, while there are any, once a round each; the counter redeems it. Before a round opens, its rules are checked; what is wrong is told to the staff, and it stays closed.',
		),
		steps: [
			both(
				'选择公众号凭证和员工群机器人凭证；给核销表单设用户名和密码。',
				'Choose the credentials of the account and of the robot, and set a name and password for the form.',
			),
			both(
				'发布，自己先回复一次“答题”，数据表就建好了。打开“…_plans”和“…_quiz_questions”，把示例改成您的活动、奖品和题目。',
				'Publish, and ask for the quiz yourself once, which makes the Data tables. Open …_plans and …_quiz_questions, and replace the examples by your activity, prizes and questions.',
			),
			both(
				'运行“手动检查并开放”，把员工群收到的活动规则公布给粉丝。',
				"Run 'Check and open by hand', and publish the rules that the staff gets.",
			),
			both(
				'把“门店核销”的 Production URL 发给门店。菜单按钮的 key 填“答题”，点菜单也能开始。',
				"Give the Production URL of 'At the counter' to your shop. A menu button may start the quiz as well: its key is the start word of the node.",
			),
		],
		runs: {
			personal: {
				without: both('获奖标签', 'tags for winners'),
			},
			subscription: 'whole',
			service: 'whole',
		},
		accounts: both(
			'问答和奖品都是五秒内的被动回复，不需要客服消息接口。',
			'Questions and prizes are replies within five seconds and need no customer service message.',
		),
	},
	nodes: {
		message: received(both('粉丝发文字或点菜单', 'A follower writes or taps'), {
			triggerOn: ['text', 'event.CLICK'],
		}),
		quiz: own('Activity', 'quiz.handleMessage', both('出题、判分', 'Ask and judge'), {
			activityId: ID,
			questionsFrom: 'table',
		}),
		score: own('Activity', 'quiz.getMyScore', both('查成绩和名次', 'Tell score and place'), {
			activityId: ID,
		}),
		answer: reply(both('回复', 'Reply')),
		give: own('Activity', 'prize.give', both('按得分发奖品', 'Give prize by points')),
		result: reply(both('回复成绩和奖品', 'Reply with score and prize')),
		tag: action(
			'tag',
			'tagUsers',
			both('给获奖的人打标签', 'Tag winners'),
			{
				tag: { __rl: true, mode: 'name', value: both('答题获奖', 'Quiz winners') },
				openIds: '={{ $json.openId }}',
			},
			// An account that is not verified has no tags; the prize was given all the same.
			{ onError: 'continueRegularOutput' },
		),
		hand: byHand(both('手动检查并开放', 'Check and open by hand')),
		monday: weeklyAt(1, '10:00', both('每周一 10:00', 'Mondays at 10:00')),
		open: own('Activity', 'activity.open', both('检查规则、开放活动', 'Check rules, open'), {
			activityId: ID,
		}),
		tell: tellStaff(both('通知员工群', 'Tell staff')),
		...counter(
			both('门店核销', 'At the counter'),
			both('核销奖品', 'Redeem a prize'),
			both('请输入粉丝出示的兑换码。', 'Enter the code that the follower shows.'),
			both('兑换码', 'Code'),
		),
	},
	picture: `
		message → quiz:Reply → answer
		quiz:Finished → give:Prize Given → result → tag
		quiz:Not for This Activity → score:Reply → answer
		give:No Prize → answer
		give:Sold Out → answer
		hand → open:Opened → tell
		monday → open
		open:Blocked → tell
		counter → redeem:Redeemed → good
		redeem:Refused → bad
	`,
	notes: {
		message: both(
			'## 答题和发奖\n得奖的人看到成绩、奖品和兑换码，一条回复说完。高一档发完，顺延到下一档。\n要加刮奖：再接一个“Prize: Give”，选 By Ticket，Prize Words 填“刮奖”。',
			'## Quiz and prizes\nScore, prize and code come in one reply. When a prize is used up, the next one below is given.\nFor scratch cards add a Prize: Give by ticket, with the word that asks for one.',
		),
		hand: both(
			'## 检查规则，开放一期\n活动在数据表“…_plans”里；每周重复的活动，周一自动开放下一期。',
			'## Check and open a round\nThe activity stands in …_plans. One that repeats every week is opened again on Mondays.',
		),
		counter: both('## 门店凭码核销，每个码一次', '## The counter redeems each code once'),
	},
};
