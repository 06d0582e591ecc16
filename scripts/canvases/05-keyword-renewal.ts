import type { Canvas } from './lib/canvas';
import { formLink } from './lib/entrance';
import { form, formEnd, formPage, monthlyAt, own, tellStaff, weeklyAt } from './lib/nodes';
import { both } from './lib/words';

const FILE = 'keyword-renewal';
const MONDAY = 1;
const WEEK = 7;
const FIVE_WEEKS = 35;

const title = both('关键词月度审核', 'Monthly keyword review');
const review = both('打开审核表单', 'Somebody opens the review');

/** The keyword library is renewed once a month: the nodes propose, people decide. */
export const keywordRenewal: Canvas = {
	number: '05',
	file: FILE,
	name: both('关键词月度更新', 'Keyword renewal'),
	overview: {
		what: both(
			'每月 1 日整理上个月：常问而答不上的提议为新关键词，没人问的、过期的提议停用，把审核链接发到员工群；还检查整个库：说法违规的、和活动规则或别的回复矛盾的、答不出的，按先后列给员工。员工在表单里写回复、勾选，提交后马上生效，并告诉大家自动回复率变了多少。每周一还把热词发到群里，答不上的也列入审核。',
			'On the 1st of each month proposes new keywords for what was asked and not answered, and what to switch off, and sends the link of a form to the staff. The library is looked over, too: what breaks a rule of wording, contradicts an activity or another answer, or is not answered by its own entry is listed, first things first. What they decide there counts at once, and they are told how much more is answered. On Mondays the staff read the hot words; those without an answer are proposed, too.',
		),
		steps: [
			both(
				'先用“04 关键词自动回复”一段时间：这里整理的是它记下的问题。',
				'Use 04 Keyword replies for some time: its questions are what is looked at here.',
			),
			both(
				'选择公众号凭证和员工群机器人凭证；给审核表单设一个用户名和密码，告诉审核的人。',
				'Choose the credentials of the account and of the robot; set a name and password for the form and tell them to whoever reviews.',
			),
			both('发布。', 'Publish.'),
		],
		runs: { personal: 'whole', subscription: 'whole', service: 'whole' },
	},
	nodes: {
		month: monthlyAt(1, '09:00', both('每月 1 日 9:00', 'On the 1st, at 9:00')),
		propose: own('KeywordRouter', 'propose', both('整理上个月的问题', 'Look over the month')),
		tell: tellStaff(both('发审核链接', 'Send the link of the form'), {
			details: { linkLabel: '打开审核表单', linkUrl: formLink(FILE, 'review') },
		}),
		audit: own('KeywordRouter', 'audit', both('检查关键词库', 'Look over the library')),
		tellAudit: tellStaff(both('把要改的发到群里', 'Tell staff what to put right'), {
			title: '关键词库检查',
		}),
		review: form(
			review,
			title,
			both(
				'把粉丝常问、还答不上的变成关键词。',
				'What followers ask and get no answer to becomes keywords.',
			),
			[
				{
					fieldLabel: both('您的姓名', 'Your name'),
					fieldName: 'by',
					fieldType: 'text',
					requiredField: true,
				},
			],
		),
		open: own('KeywordRouter', 'getReviewForm', both('取出待审核的提议', 'Get what is open')),
		page: formPage(both('逐条审核', 'Decide about each'), title, '={{ $json.form }}'),
		apply: own('KeywordRouter', 'applyReview', both('写入关键词库', 'Write it into the library'), {
			decidedBy: both(
				`={{ $('${review.zh}').first().json.by }}`,
				`={{ $('${review.en}').first().json.by }}`,
			),
		}),
		done: formEnd(both('已更新', 'Done'), both('已更新', 'Done'), '={{ $json.summary }}'),
		tellResult: tellStaff(both('告诉大家结果', 'Tell staff the result'), {
			title: '关键词已更新',
		}),
		nothing: formEnd(
			both('没有要审核的', 'Nothing left'),
			both('没有要审核的', 'Nothing left'),
			'={{ $json.summary }}',
		),
		monday: weeklyAt(MONDAY, '09:00', both('每周一 9:00', 'Mondays at 9:00')),
		messages: own(
			'KeywordRouter',
			'getMessages',
			both('取五周的来信', 'Get five weeks of messages'),
			{
				days: FIVE_WEEKS,
			},
		),
		words: own('TextInsight', 'hotWords', both('找本周热词', 'Find the hot words'), {
			periodDays: WEEK,
		}),
		proposeWords: own(
			'KeywordRouter',
			'proposeWords',
			both('答不上的列入审核', 'Propose what has no answer'),
		),
		tellWords: tellStaff(both('把热词发到群里', 'Tell staff the hot words')),
	},
	picture: `
		month → propose:Summary → tell
		month → audit:Summary → tellAudit
		review → open:Open → page → apply → tellResult → done
		open:Nothing Left → nothing
		monday → messages → words → proposeWords → tellWords
	`,
	notes: {
		month: both(
			'## 每月一次\n整理、提议、检查，什么都还没改。',
			'## Once a month\nProposals and a check; nothing is changed yet.',
		),
		review: both(
			'## 员工审核\n没决定的留到下次，“不要”的不再提议。',
			'## People decide\nWhat is put off comes again; what is refused does not.',
		),
		monday: both('## 每周热词', '## Hot words of the week'),
	},
};
