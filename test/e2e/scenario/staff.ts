import type { Account } from '../lib/account';
import type { Articles } from './articles';
import type { Chance } from './random';

/** Share of what waits for a person that the staff answers at the next look. */
const ANSWERED = 0.9;

const ANSWER = '收到您的留言了，有需要请把订单号私信给我们，马上为您处理。';
const GREETING = '您好，这里是客服，请问有什么可以帮您？';

interface CaseEvent extends Record<string, unknown> {
	key: string;
	openId: string;
	channel: string;
	kind: string;
}

/** The people who answer in WeChat's console. */
export class Staff {
	/** Messages in the chat that were answered or left aside. */
	private readonly seen = new Set<string>();

	constructor(
		private readonly account: Account,
		private readonly chance: Chance,
	) {}

	/** Answers most of the comments that nobody has answered: they wait for a person. */
	answerComments({ comments }: Articles): void {
		const { clock } = this.account.simulator.platform.state;
		for (const { comment } of comments) {
			if (comment.reply || comment.isDeletedByUser) continue;
			if (!this.chance.happens(ANSWERED)) continue;
			comment.reply = { content: ANSWER, createTime: clock.seconds() };
		}
	}

	/** Answers most of those who were handed over since the last look. */
	async answerChats(): Promise<void> {
		const { state } = this.account.simulator.platform;
		const events = await this.account.rows<CaseEvent>('case_events');
		const fresh = events.filter(
			({ key, channel, kind }) =>
				channel === 'chat' && kind === 'userMessage' && !this.seen.has(key),
		);
		for (const openId of new Set(fresh.map((event) => event.openId))) {
			if (!this.chance.happens(ANSWERED)) continue;
			for (const event of fresh) if (event.openId === openId) this.seen.add(event.key);
			state.chatRecords.push({
				openid: openId,
				worker: 'service@account',
				text: GREETING,
				opercode: 2002,
				time: state.clock.seconds(),
			});
		}
	}
}
