import { until } from './n8n';
import type { AccountSystem } from './system';

/** What a follower read, and how it came. */
export interface Heard {
	text: string;
	/** With the answer to the message, or later as a message of its own. */
	isLate: boolean;
	/** How long WeChat waited for the answer to the message. */
	milliseconds: number;
}

const textOf = (content: unknown): string =>
	typeof content === 'object' && content !== null && 'content' in content
		? String(content.content)
		: '';

/** A follower writes and waits for what is read in return, also when it comes later. */
export async function hear(
	app: AccountSystem,
	openId: string,
	text: string,
	fields: Record<string, unknown> = {},
): Promise<Heard> {
	const { state } = app.simulator.platform;
	const { inbox } = state.followers.get(openId) ?? state.addFollower(openId);
	const before = inbox.length;
	const { deliveries } = await app.push({
		FromUserName: openId,
		MsgType: 'text',
		Content: text,
		...fields,
	});
	const message = await until(
		`${openId} reads an answer to ${text}`,
		async () => inbox[before],
		60_000,
	);
	return {
		text: textOf(message.content),
		isLate: message.via !== 'passive',
		milliseconds: deliveries.reduce((sum, delivery) => sum + delivery.milliseconds, 0),
	};
}
