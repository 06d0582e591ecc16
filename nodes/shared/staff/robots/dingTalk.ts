import { createHmac } from 'node:crypto';
import { inMarkup, type Note } from '../note';
import { refusalIn, type Robot, type RobotCall } from './robot';

const TITLE = '通知';

/** A line of its own needs two spaces before its end. */
const lines = (text: string): string => text.replaceAll('\n', '  \n');

function markdown({ title, text, links, mobiles }: Note): string {
	return [
		...(title === '' ? [] : [`**${inMarkup(title)}**`]),
		lines(inMarkup(text)),
		...links.map(({ label, url }) => `[${inMarkup(label)}](${url})`),
		// Who is called has to stand in the text, too.
		...(mobiles.length > 0 ? [mobiles.map((mobile) => `@${mobile}`).join(' ')] : []),
	].join('\n\n');
}

/** Group robot of 钉钉 (open.dingtalk.com, 自定义机器人). */
export const dingTalk: Robot = {
	name: 'DingTalk',
	label: 'DingTalk',
	hosts: ['oapi.dingtalk.com'],
	perMinute: 20,
	maxTextBytes: 4_096,
	message: (note) => ({
		msgtype: 'markdown',
		markdown: { title: inMarkup(note.title || TITLE), text: markdown(note) },
		at: { isAtAll: note.atAll, atMobiles: [...note.mobiles] },
	}),
	signed(body, secret, now): RobotCall {
		if (secret === '') return { query: {}, body };
		const timestamp = String(now);
		const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
		return { query: { timestamp, sign }, body };
	},
	refusal: (answer) => refusalIn(answer, 'errcode', 'errmsg'),
	advice: {
		130101:
			'The robot takes 20 messages a minute, and then none for ten: send several items as one message.',
		300005: 'The robot is gone or the address is wrong. Copy the webhook from the group again.',
		310000:
			"Compare the security settings (安全设置) of the robot: the signing secret in the credential, a keyword in 'Title', or the IP address of this n8n.",
		410100:
			'The robot takes 20 messages a minute, and then none for ten: send several items as one message.',
	},
};
