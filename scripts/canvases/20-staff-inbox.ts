import type { Canvas } from './lib/canvas';
import { goOn, own, pageWithForms, show } from './lib/nodes';
import { both } from './lib/words';

const pageLanguage = both('zh', 'en');

/** The staff sees who waits, and answers on a page that works on a phone. */
export const staffInbox: Canvas = {
	number: '20',
	file: 'staff-inbox',
	name: both('客服收件箱', 'Staff inbox'),
	overview: {
		what: both(
			'员工用手机或电脑打开一个网页：谁在等回复、等了多久，超时和快超时的排最前，VIP 有标记。点开看对话和粉丝资料，直接回复；48 小时内能发几条、不能发时怎么办，页面上都写明。同一条回复只发一次，发出即结束会话，回复时限也随之停止计时。',
			'Your staff opens a page on a phone or computer: who waits and for how long, late ones first, VIPs marked. Open one to see the conversation and the profile, and answer right there. The page says how many messages WeChat still takes, and what to do when it takes none. An answer goes out once, closes the case and stops the clock.',
		),
		steps: [
			both(
				'先发布 04 号流程（或其他转人工的流程），等待的会话由它登记；发布 01 号流程后还能看到完整对话和粉丝资料。',
				'Publish workflow 04, or another one that hands over to people: it notes who waits. With workflow 01 the page shows the whole conversation and the profile.',
			),
			both(
				'选择公众号凭证；给网页设用户名和密码。',
				'Choose the credential of the account, and set a name and password for the page.',
			),
			both(
				'营业时间写在“做网页”里，和 03 号流程一样。',
				"Set the business hours in 'Make the page', the same as in workflow 03.",
			),
			both(
				'发布，把“打开收件箱”的 Production URL 发给员工，收藏到手机桌面。',
				"Publish, and give the Production URL of 'Open inbox' to your staff, to keep on their phones.",
			),
		],
		runs: {
			personal: {
				without: both('网页上的回复框', 'the box for answers'),
			},
			subscription: 'whole',
			service: 'whole',
		},
		accounts: both(
			'网页上的回复用客服消息发出。没有这个接口的号也能看谁在等：到公众平台回复，再点“已在别处回复，结束”。',
			"Answers go out as customer service messages. Without these the staff sees who waits, answers in WeChat's console, and then presses 'Answered elsewhere, close'.",
		),
	},
	nodes: {
		open: pageWithForms(both('打开收件箱', 'Open inbox'), 'wechat-inbox'),
		inbox: own('Sla', 'showInbox', both('做网页', 'Make the page'), { pageLanguage }),
		show: show(both('显示', 'Show'), { responseCode: '={{ $json.statusCode }}' }),
		answer: own('Sla', 'answer', both('回复并结束', 'Answer and close'), { pageLanguage }),
		next: goOn(both('回到收件箱', 'Back to the inbox')),
	},
	picture: `
		open:GET → inbox → show
		open:POST → answer:Answered → next
		answer:Closed → next
		answer:Not Sent → show
	`,
	notes: {
		open: both(
			'## 网页要用户名和密码\n看网页走上面，提交走下面。没发出去时，写好的内容还在页面上。',
			'## The page asks for name and password\nLooking takes the upper way, sending the lower one. What could not be sent stays on the page.',
		),
	},
};
