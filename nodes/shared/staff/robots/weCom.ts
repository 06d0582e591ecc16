import { inMarkup, inPlainText, type Note } from '../note';
import { refusalIn, type Robot } from './robot';

/** A message with markup, where nobody is called (WeCom: markdown calls no mobile numbers and not everybody). */
const markdown = ({ title, text, links }: Note): string =>
	[
		...(title === '' ? [] : [`**${inMarkup(title)}**`]),
		inMarkup(text),
		...links.map(({ label, url }) => `[${inMarkup(label)}](${url})`),
	].join('\n');

const plain = ({ title, text, links }: Note): string =>
	[
		...(title === '' ? [] : [inPlainText(title)]),
		inPlainText(text),
		...links.map(({ label, url }) => `${inPlainText(label)}：${url}`),
	].join('\n');

/** Group robot of 企业微信 (developer.work.weixin.qq.com, 群机器人配置说明). */
export const weCom: Robot = {
	name: 'WeCom',
	label: 'WeCom',
	hosts: ['qyapi.weixin.qq.com'],
	perMinute: 20,
	// 4,096 bytes with markup and 2,048 without, less the title.
	maxTextBytes: 1_850,
	message(note) {
		const { atAll, mobiles } = note;
		if (!atAll && mobiles.length === 0) {
			return { msgtype: 'markdown', markdown: { content: markdown(note) } };
		}
		return {
			msgtype: 'text',
			text: {
				content: plain(note),
				...(atAll ? { mentioned_list: ['@all'] } : {}),
				...(mobiles.length > 0 ? { mentioned_mobile_list: [...mobiles] } : {}),
			},
		};
	},
	signed: (body) => ({ query: {}, body }),
	refusal: (answer) => refusalIn(answer, 'errcode', 'errmsg'),
	advice: {
		40008: 'Update the package.',
		40058: 'Shorten the text.',
		45009: 'The robot takes 20 messages a minute: send several items as one message.',
		93000: 'The robot is gone or the address is wrong. Copy the webhook from the group again.',
		93004: 'The robot has been removed from the group. Add it again.',
		93008: 'The robot is not in the group any more. Add it again.',
	},
};
