import { until, type Stage } from './canvas';

type Json = Record<string, unknown>;

/** A question of the table, and what is right. */
export type Bank = ReadonlyMap<string, string>;

/** The questions as the table of an account holds them. */
export async function bankOf({ rows }: Stage): Promise<Bank> {
	const questions = await rows('quiz_questions');
	return new Map(questions.map(({ question, answer }) => [String(question), String(answer)]));
}

const textOf = (content: unknown): string => String((content as { content?: unknown }).content);

/** A follower who plays a quiz. */
export class Contestant {
	/** Texts that were read, in their order, and whether they came later than WeChat waits. */
	readonly heard: Array<{ text: string; isLate: boolean }> = [];

	constructor(
		private readonly stage: Stage,
		readonly openId: string,
		private readonly bank: Bank,
	) {}

	/** Writes, and gives what is read in return, also when it comes later. */
	async say(text: string, fields: Json = {}): Promise<string> {
		const { state } = this.stage.simulator.platform;
		const { inbox } = state.followers.get(this.openId) ?? state.addFollower(this.openId);
		const before = inbox.length;
		const letter = { FromUserName: this.openId, MsgType: 'text', Content: text, ...fields };
		await this.stage.push(letter);
		const answer = await until(
			`${this.openId} reads an answer to ${text}`,
			async () => inbox[before],
			60_000,
		);
		const heard = { text: textOf(answer.content), isLate: answer.via !== 'passive' };
		this.heard.push(heard);
		return heard.text;
	}

	/** The question that a text asks; undefined when it asks none. */
	questionIn(text: string): string | undefined {
		return [...this.bank.keys()].find((question) => text.includes(question));
	}

	/** A right or wrong answer to the question of a text: a letter, or words where there is nothing to choose. */
	answerTo(text: string, isRight: boolean): string {
		const question = this.questionIn(text) ?? '';
		const right = this.bank.get(question) ?? '';
		const choices = [...text.slice(text.indexOf(question)).matchAll(/^([A-D])\. (.+)$/gm)];
		if (choices.length === 0) return isRight ? right : '不知道';
		const chosen = choices.find(([, , choice]) => (choice === right) === isRight);
		return chosen?.[1] ?? '';
	}

	/** Plays from the question of a text to the end; what is read last. @param knows whether a question is known */
	async goOn(text: string, knows: (question: string) => boolean): Promise<string> {
		let last = text;
		for (;;) {
			const question = this.questionIn(last);
			if (question === undefined) return last;
			last = await this.say(this.answerTo(last, knows(question)));
		}
	}

	async play(knows: (question: string) => boolean = () => true): Promise<string> {
		return await this.goOn(await this.say('答题'), knows);
	}
}
