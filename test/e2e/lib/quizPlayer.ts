import { hear, type Heard } from './hear';
import type { AccountSystem } from './system';

/** A follower who plays the quiz of workflow 06. */
export class QuizPlayer {
	/** Everything that was read, in order. */
	readonly heard: Heard[] = [];

	constructor(
		private readonly app: AccountSystem,
		readonly openId: string,
		private readonly bank: ReadonlyMap<string, string>,
	) {}

	/** The question bank as the table holds it: question and right answer. */
	static async bank(app: AccountSystem): Promise<Map<string, string>> {
		const rows = await app.rows<{ question: string; answer: string }>('wechat_quiz_questions');
		return new Map(rows.map(({ question, answer }) => [question, answer]));
	}

	/** The question that a reply asks; undefined when it asks none. */
	questionIn(reply: string): string | undefined {
		return [...this.bank.keys()].find((question) => reply.includes(question));
	}

	/** The letter of a right or wrong answer to the question of a reply. */
	letter(reply: string, isRight: boolean): string {
		const question = this.questionIn(reply) ?? '';
		const choices = [...reply.slice(reply.indexOf(question)).matchAll(/^([A-D])\. (.+)$/gm)];
		const chosen = choices.find(([, , choice]) => (choice === this.bank.get(question)) === isRight);
		if (!chosen) throw new Error(`No such choice in: ${reply}`);
		return chosen[1] ?? '';
	}

	async say(text: string, fields: Record<string, unknown> = {}): Promise<string> {
		const heard = await hear(this.app, this.openId, text, fields);
		this.heard.push(heard);
		return heard.text;
	}

	/** Goes on to the end from a question, so many further answers of it right; the last thing read. */
	async answer(question: string, right: number): Promise<string> {
		let reply = question;
		for (let turn = 0; this.questionIn(reply) !== undefined; turn += 1) {
			reply = await this.say(this.letter(reply, turn < right));
		}
		return reply;
	}

	async play(right: number): Promise<string> {
		return await this.answer(await this.say('答题'), right);
	}
}
