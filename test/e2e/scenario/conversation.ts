import type { PushResult } from '../../simulator/push';
import type { Account } from '../lib/account';
import type { Person } from './cast';
import type { Chance } from './random';
import { menuKeys } from './menuKeys';
import { GAMES, OTHER_TEXTS, QUESTIONS, TO_ASSISTANT } from './texts';

/** So many people are busy in the same moment. */
const AT_ONCE = 3;
/** So many of those who write on a day do so while nobody else does. */
const ALONE = 2;

/** How a text asks a question of a quiz, and offers its choices; and what is answered. */
const QUESTION = /^第 \d+\/\d+ 题/m;
const CHOICES = /^A\. .+\nB\. /m;
const LETTERS = ['A', 'B', 'C'];
const IN_WORDS = '疑是地上霜';

/** One message of a follower, and what came of it. */
export interface Spoken {
	openId: string;
	text: string;
	kind: 'assistant' | 'game' | 'other' | 'question';
	/** What WeChat waited for the answer. */
	milliseconds: number;
	deliveries: number;
	/** What the follower read until the next pause. */
	read: string[];
	/** How many wrote at the same moment. */
	atOnce: number;
}

/** Whether not everybody wrote at that moment. */
export const isCalm = ({ atOnce }: Spoken): boolean => atOnce <= AT_ONCE;

/** What WeChat waited in all, when it delivered more than once. */
const millisecondsOf = (deliveries: PushResult['deliveries']): number =>
	deliveries.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

/** What the followers do in the chat: follow, write, tap, leave. */
export class Conversation {
	readonly spoken: Spoken[] = [];

	/** What WeChat waited for the answers to taps on the menu, in milliseconds. */
	readonly taps: number[] = [];

	/** Words of the games that are installed. */
	private readonly games: string[];

	private listeners: Array<{ spoken: Spoken; from: number; to?: number }> = [];

	constructor(
		private readonly app: Account,
		private readonly chance: Chance,
	) {
		this.games = GAMES.flatMap(([workflow, word]) => (app.has(workflow) ? [word] : []));
	}

	private get state() {
		return this.app.simulator.platform.state;
	}

	private async push(openId: string, fields: Record<string, unknown>) {
		return await this.app.push({ FromUserName: openId, ...fields });
	}

	private async event(openId: string, Event: string, fields: Record<string, unknown>) {
		return await this.push(openId, { MsgType: 'event', Event, ...fields });
	}

	private async inGroups(
		people: Person[],
		act: (person: Person, atOnce: number) => Promise<void>,
	): Promise<void> {
		for (let start = 0; start < people.length; start += AT_ONCE) {
			const group = people.slice(start, start + AT_ONCE);
			await Promise.all(group.map(async (person) => await act(person, group.length)));
		}
	}

	async follow(people: Person[]): Promise<void> {
		await this.inGroups(people, async ({ openId, scene }) => {
			this.state.addFollower(openId);
			await this.event(openId, 'subscribe', {
				EventKey: scene ? `qrscene_${scene}` : '',
				...(scene ? { Ticket: 'ticket' } : {}),
			});
		});
	}

	async leave(people: Person[]): Promise<void> {
		await this.inGroups(people, async ({ openId }) => {
			const follower = this.state.followers.get(openId);
			if (follower) Object.assign(follower, { isFollowing: false, tagIds: [] });
			await this.event(openId, 'unsubscribe', { EventKey: '' });
		});
		await this.app.settled();
	}

	async tap(people: Person[]): Promise<void> {
		await this.inGroups(people, async ({ openId }) => {
			const EventKey = this.chance.pick(menuKeys(this.state.menu?.button));
			if (EventKey === undefined) return;
			const { deliveries } = await this.event(openId, 'CLICK', { EventKey });
			this.taps.push(millisecondsOf(deliveries));
		});
	}

	/** Each scans a code in the shop or of a group. */
	async scan(people: Person[]): Promise<void> {
		await this.inGroups(people, async ({ openId }) => {
			const EventKey = this.chance.pick(['store', 'counter']);
			await this.event(openId, 'SCAN', { EventKey, Ticket: 'ticket' });
		});
	}

	/**
	 * Each writes something; who is asked a question in return answers it, until there is none. The first ones write
	 * while nobody else does, as most followers of an account of this size would.
	 */
	async speak(people: Person[]): Promise<void> {
		const converse = async (person: Person, atOnce: number) => {
			let answer = await this.say(person.openId, this.words(person), atOnce);
			// Not by chance: who is answered first is, and what happens depends on the seed only.
			for (let turn = 0; QUESTION.test(answer); turn++) {
				const letter = LETTERS[turn % LETTERS.length] ?? '';
				const text = CHOICES.test(answer) ? letter : IN_WORDS;
				answer = await this.say(person.openId, ['game', text], atOnce);
			}
		};
		for (const person of people.slice(0, ALONE)) {
			await this.app.settled();
			await converse(person, 1);
		}
		await this.inGroups(people.slice(ALONE), converse);
	}

	/** All of them write at the same moment, and not to play. */
	async rush(people: Person[]): Promise<void> {
		await this.app.settled();
		this.hear();
		await Promise.all(
			people.map(async (person) => {
				await this.say(person.openId, this.words({ ...person, plays: 0 }), people.length);
			}),
		);
	}

	/** What is read at once; '' when there is nothing. */
	private async say(
		openId: string,
		[kind, text]: [Spoken['kind'], string],
		atOnce: number,
	): Promise<string> {
		const inbox = this.state.followers.get(openId)?.inbox ?? [];
		const spoken: Spoken = { openId, text, kind, milliseconds: 0, deliveries: 0, read: [], atOnce };
		for (const earlier of this.listeners) {
			if (earlier.spoken.openId === openId) earlier.to ??= inbox.length;
		}
		this.listeners.push({ spoken, from: inbox.length });
		this.spoken.push(spoken);
		const { deliveries, reading } = await this.push(openId, { MsgType: 'text', Content: text });
		spoken.deliveries = deliveries.length;
		spoken.milliseconds = millisecondsOf(deliveries);
		return reading.kind === 'reply' ? String(reading.content.content ?? '') : '';
	}

	private words({ plays }: Person): [Spoken['kind'], string] {
		if (this.chance.happens(plays)) {
			return ['game', this.chance.pick(this.games)];
		}
		if (this.app.has('15') && this.chance.happens(0.04)) {
			return ['assistant', this.chance.pick(TO_ASSISTANT)];
		}
		return this.chance.happens(0.92)
			? ['question', this.chance.pick(QUESTIONS)]
			: ['other', this.chance.pick(OTHER_TEXTS)];
	}

	/** What everyone has read since they wrote, until they wrote again. */
	hear(): void {
		for (const { spoken, from, to } of this.listeners.splice(0)) {
			const inbox = this.state.followers.get(spoken.openId)?.inbox ?? [];
			spoken.read = inbox
				.slice(from, to)
				.map(({ type, content }) => `${type} ${JSON.stringify(content)}`);
		}
	}
}
