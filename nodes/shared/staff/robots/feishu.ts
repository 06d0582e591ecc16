import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../inputError';
import { inPlainText, type Note } from '../note';
import { refusalIn, type Robot } from './robot';

/** Plain text has no markup that a stranger could use. */
const plain = (content: string): IDataObject => ({
	tag: 'div',
	text: { tag: 'plain_text', content: inPlainText(content) },
});

function card({ title, text, links, atAll }: Note): IDataObject {
	const elements: IDataObject[] = [plain(text)];
	if (atAll) elements.push({ tag: 'markdown', content: '<at id=all></at>' });
	const buttons = links.map(({ label, url }): IDataObject => {
		const text = { tag: 'plain_text', content: inPlainText(label) };
		return { tag: 'button', type: 'primary', text, url };
	});
	if (buttons.length > 0) elements.push({ tag: 'action', actions: buttons });
	return {
		...(title === ''
			? {}
			: { header: { title: { tag: 'plain_text', content: inPlainText(title) } } }),
		elements,
	};
}

/** Group robot of 飞书, and of Lark (open.feishu.cn, 自定义机器人使用指南). */
export const feishu: Robot = {
	name: 'Feishu',
	label: 'Feishu',
	hosts: ['open.feishu.cn', 'open.larksuite.com'],
	perMinute: 100,
	maxTextBytes: 8_192,
	message(note) {
		if (note.mobiles.length === 0) return { msg_type: 'interactive', card: card(note) };
		throw new UserInputError(
			'A robot of Feishu cannot call people by their mobile numbers',
			"Leave 'Call by Mobile Number' empty, or call everybody.",
		);
	},
	signed(body, secret, now) {
		if (secret === '') return { query: {}, body };
		const timestamp = String(Math.floor(now / 1_000));
		const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
		return { query: {}, body: { timestamp, sign, ...body } };
	},
	refusal: (answer) =>
		refusalIn('code' in answer ? answer : { ...answer, code: answer.StatusCode }, 'code', 'msg'),
	advice: {
		9499: 'The robot takes five messages a second and 100 a minute: send several items as one message.',
		11232:
			'The robot takes five messages a second and 100 a minute: send several items as one message.',
		19001: 'The robot is gone or the address is wrong. Copy the webhook from the group again.',
		19021:
			'Compare the signing secret in the credential with that of the robot, and the clock of this server.',
		19022: "Add the IP address of this n8n to the robot's whitelist.",
		19024: "Put one of the robot's keywords into 'Title'.",
	},
};
