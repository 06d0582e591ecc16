import { addComment, seed } from '../../simulator/control';
import type { Comment } from '../../simulator/state';
import type { AccountSystem } from '../lib/system';
import { castOf, type Person } from './cast';
import { Chance } from './random';
import { COMMENTS, GAMES, OTHER_TEXTS, QUESTIONS, TO_ASSISTANT, type CommentKind } from './texts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Times of a day, in hours, at which the followers are there. */
const SLOTS = [9.6, 12.5, 20.25];
const AT_ONCE = 3;
/** A day on which everybody writes at the same time, as after a broadcast. */
const BURST_DAY = 4;
const BURST = 40;
const FIRST_ARTICLE = 2247600000;
const VIPS = 0.1;
const NOTICE = 'tea-notice';

/** A schedule of the workflows, as the scenario keeps it: hour, weekday (0 is Sunday), workflow, trigger. */
export interface Appointment {
	hour: number;
	weekday?: number;
	run: string;
	trigger?: string;
	/** First day of the scenario on which it is kept. */
	from?: number;
	/** The only day of the scenario on which it is kept. */
	on?: number;
}

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
	/** Whether everybody wrote at the same moment. */
	isRush: boolean;
}

export interface MonthOptions {
	followers: number;
	days: number;
	seed: number;
	appointments: Appointment[];
	/** Told once a day, for somebody who watches. */
	onDay?(day: number, date: string): void;
}

/**
 * Plays weeks in the life of an account, on the platform's moved clock: people follow, write, tap, play,
 * comment and leave; articles go out; the staff answers most of what waits for a person. Everything
 * that happens depends on the seed only.
 */
export class Month {
	readonly cast: Person[];

	readonly spoken: Spoken[] = [];

	readonly comments: Array<{ kind: CommentKind; comment: Comment; msgDataId: number }> = [];

	pushes = 0;

	private readonly chance: Chance;

	constructor(
		private readonly app: AccountSystem,
		private readonly options: MonthOptions,
	) {
		this.chance = new Chance(options.seed);
		this.cast = castOf(options.followers, options.days, this.chance);
	}

	private get state() {
		return this.app.simulator.platform.state;
	}

	/** Those who have followed before the first day, with what is known of them. */
	async prepare(): Promise<void> {
		const monday = this.nextMonday();
		await this.app.advance(monday - this.state.clock.now());
		const old = this.cast.filter(({ joins }) => joins < 0);
		const ago = (days: number) => new Date(monday - days * DAY_MS).toISOString();
		const contacts = old.map(({ openId }) => {
			this.state.addFollower(openId);
			const tier = this.chance.happens(VIPS) ? 'vip' : 'normal';
			return { key: openId, openId, isFollower: true, subscribedAt: ago(200), tier };
		});
		const history = old.flatMap(({ openId, name }) => {
			const last = name === 'sleeper' ? 35 + Math.floor(this.chance.next() * 80) : 2;
			return [0, 6, 13, 21].map((gap) => ({
				key: `${openId}:before:${gap}`,
				openId,
				kind: 'text',
				at: ago(last + gap),
				auto: false,
			}));
		});
		await this.app.insert('wechat_contacts', contacts);
		await this.app.insert('wechat_interactions', history);
		await this.agreeToNotices();
	}

	/** Most of those who are silent have agreed to a notice before. */
	private async agreeToNotices(): Promise<void> {
		const content = '活动：{{thing1.DATA}}\n说明：{{thing2.DATA}}';
		this.state.notices.push({ id: NOTICE, title: '活动通知', content, example: '' });
		await this.app.write('wechat_campaigns', { key: 'winter-tea', noticeTemplateId: NOTICE });
		const silent = this.cast.filter(({ name }) => name === 'sleeper');
		const agreed = silent.filter(() => this.chance.happens(0.8));
		for (const { openId } of agreed) {
			const follower = this.state.followers.get(openId);
			if (follower) follower.consents[NOTICE] = 1;
		}
		await this.app.insert(
			'wechat_consents',
			agreed.map(({ openId }) => ({
				key: `${openId}:before`,
				openId,
				templateId: NOTICE,
				status: 'open',
				at: new Date(this.state.clock.now() - 40 * DAY_MS).toISOString(),
			})),
		);
	}

	/** Some of those who were written to come back, and write. */
	private async wakeUp(): Promise<void> {
		const woken = this.cast.filter(({ openId, name }) => {
			const inbox = this.state.followers.get(openId)?.inbox ?? [];
			const isTold = name === 'sleeper' && inbox.some(({ via }) => via === 'notice');
			return isTold && !this.awake.has(openId) && this.chance.happens(0.15);
		});
		for (const { openId } of woken) this.awake.add(openId);
		await this.inGroups(woken, async (person) => await this.speak({ ...person, plays: 0 }));
	}

	private readonly awake = new Set<string>();

	/** The first Monday from now on, at 00:05 in Shanghai; epoch milliseconds. */
	private nextMonday(): number {
		const now = this.state.clock.now() + SHANGHAI_OFFSET_MS;
		const today = Math.floor(now / DAY_MS);
		// Day 0 of the epoch was a Thursday.
		const daysToMonday = (11 - (today % 7)) % 7 || 7;
		return (today + daysToMonday) * DAY_MS + 5 * MINUTE_MS - SHANGHAI_OFFSET_MS;
	}

	async play(): Promise<void> {
		for (let day = 0; day < this.options.days; day++) {
			const midnight =
				this.state.clock.now() - ((this.state.clock.now() + SHANGHAI_OFFSET_MS) % DAY_MS);
			this.options.onDay?.(day, this.state.clock.day());
			await this.playDay(day, midnight);
			await this.to(midnight + DAY_MS + 5 * MINUTE_MS);
		}
	}

	private async playDay(day: number, midnight: number): Promise<void> {
		const weekday = (day + 1) % 7;
		const due = this.options.appointments
			.filter((each) => each.weekday === undefined || each.weekday === weekday)
			.filter(({ from = 0, on = day }) => from <= day && on === day)
			.filter(({ run }) => this.app.has(run))
			.map((each) => ({ hour: each.hour, work: async () => await this.keep(each) }));
		const slots = SLOTS.map((hour, slot) => ({
			hour,
			work: async () => await this.slot(day, slot),
		}));
		const isArticleDay = day % 3 === 0;
		const article = { hour: 9.1, work: async () => await this.publish(day) };
		const program = [...due, ...slots, ...(isArticleDay ? [article] : [])];
		for (const { hour, work } of program.sort((a, b) => a.hour - b.hour)) {
			await this.to(midnight + hour * 60 * MINUTE_MS);
			await work();
		}
	}

	/** Moves the clock forward, never back. */
	private async to(epoch: number): Promise<void> {
		const gap = epoch - this.state.clock.now();
		if (gap > 0) await this.app.advance(gap);
	}

	private async keep({ run, trigger }: Appointment): Promise<void> {
		await this.app.run(run, trigger, 120_000);
		await this.app.settled();
	}

	private here(day: number): Person[] {
		return this.cast.filter(
			({ joins, leaves }) => joins < day && (leaves === undefined || leaves > day),
		);
	}

	/** One time of a day: some follow, some write, tap or comment, one or the other leaves. */
	private async slot(day: number, slot: number): Promise<void> {
		if (slot === 0) await this.follow(this.cast.filter(({ joins }) => joins === day));
		const speakers = this.here(day).filter(({ writes }) => this.chance.happens(writes));
		await this.inGroups(speakers, async (person) => await this.speak(person));
		if (day === BURST_DAY && slot === 1) await this.burst(day);
		if (slot === 2) await this.wakeUp();
		const tappers = this.here(day).filter(({ writes }) => this.chance.happens(writes / 4));
		await this.inGroups(tappers, async ({ openId }) => {
			this.pushes += 1;
			await this.app.push({
				FromUserName: openId,
				MsgType: 'event',
				Event: 'CLICK',
				EventKey: this.chance.pick(['RECOMMEND', 'NEW_TEA', 'STORE', 'SERVICE']),
			});
		});
		await this.app.settled();
		this.hearAll();
		this.comment(day);
		await this.serve();
		if (slot === SLOTS.length - 1) {
			await this.leave(this.cast.filter(({ leaves, joins }) => leaves === day && joins < day));
		}
	}

	private async inGroups(people: Person[], act: (person: Person) => Promise<void>): Promise<void> {
		for (let start = 0; start < people.length; start += AT_ONCE) {
			await Promise.all(people.slice(start, start + AT_ONCE).map(act));
		}
	}

	/** Everybody who is there asks at the same moment. */
	private async burst(day: number): Promise<void> {
		await this.app.settled();
		this.hearAll();
		const crowd = this.here(day)
			.filter(({ writes }) => writes > 0)
			.slice(0, BURST);
		await Promise.all(crowd.map(async (person) => await this.speak({ ...person, plays: 0 }, true)));
	}

	private async follow(people: Person[]): Promise<void> {
		await this.inGroups(people, async ({ openId, scene }) => {
			this.state.addFollower(openId);
			this.pushes += 1;
			await this.app.push({
				FromUserName: openId,
				MsgType: 'event',
				Event: 'subscribe',
				EventKey: scene ? `qrscene_${scene}` : '',
				...(scene ? { Ticket: 'ticket' } : {}),
			});
		});
	}

	private async leave(people: Person[]): Promise<void> {
		await this.inGroups(people, async ({ openId }) => {
			const follower = this.state.followers.get(openId);
			if (follower) Object.assign(follower, { isFollowing: false, tagIds: [] });
			this.pushes += 1;
			await this.app.push({
				FromUserName: openId,
				MsgType: 'event',
				Event: 'unsubscribe',
				EventKey: '',
			});
		});
		await this.app.settled();
	}

	private async speak(person: Person, isRush = false): Promise<void> {
		const [kind, text] = this.words(person);
		const { openId } = person;
		const inbox = this.state.followers.get(openId)?.inbox ?? [];
		const spoken: Spoken = { openId, text, kind, milliseconds: 0, deliveries: 0, read: [], isRush };
		this.listeners.push({ spoken, from: inbox.length });
		this.spoken.push(spoken);
		this.pushes += 1;
		const { deliveries } = await this.app.push({
			FromUserName: openId,
			MsgType: 'text',
			Content: text,
		});
		spoken.deliveries = deliveries.length;
		spoken.milliseconds = deliveries.reduce((sum, each) => sum + each.milliseconds, 0);
	}

	private listeners: Array<{ spoken: Spoken; from: number }> = [];

	/** What everyone has read since they wrote. Nobody writes twice between two pauses. */
	private hearAll(): void {
		for (const { spoken, from } of this.listeners.splice(0)) {
			const inbox = this.state.followers.get(spoken.openId)?.inbox ?? [];
			spoken.read = inbox
				.slice(from)
				.map(({ type, content }) => `${type} ${JSON.stringify(content)}`);
		}
	}

	private words({ plays }: Person): [Spoken['kind'], string] {
		if (this.chance.happens(plays)) {
			return ['game', this.chance.happens(0.35) ? '签到' : this.chance.pick(GAMES)];
		}
		if (this.app.has('15') && this.chance.happens(0.04)) {
			return ['assistant', this.chance.pick(TO_ASSISTANT)];
		}
		return this.chance.happens(0.92)
			? ['question', this.chance.pick(QUESTIONS)]
			: ['other', this.chance.pick(OTHER_TEXTS)];
	}

	/** A broadcast has ended: WeChat tells the addresses of its articles. */
	private async publish(day: number): Promise<void> {
		const msgDataId = FIRST_ARTICLE + day;
		seed(this.app.simulator.platform, {
			articles: [{ msgDataId, daysAgo: 0, title: `山野茶铺第 ${day + 1} 期` }],
		});
		const url = this.state.article(msgDataId, 0)?.url ?? '';
		this.pushes += 1;
		await this.app.push({
			FromUserName: 'oPlatform',
			MsgType: 'event',
			Event: 'MASSSENDJOBFINISH',
			MsgID: String(1_000_000 + day),
			Status: 'send success',
			TotalCount: '100',
			FilterCount: '100',
			SentCount: '100',
			ErrorCount: '0',
			ArticleUrlResult: {
				Count: '1',
				ResultList: { item: [{ ArticleIdx: '1', ArticleUrl: url }] },
			},
		});
		await this.app.settled();
	}

	/** Readers comment on the latest article. */
	private comment(day: number): void {
		const latest = FIRST_ARTICLE + day - (day % 3);
		if (!this.state.article(latest, 0)) return;
		for (const { openId, comments } of this.here(day)) {
			if (!this.chance.happens(comments / SLOTS.length)) continue;
			const kind = this.chance.pick<CommentKind>([
				'praise',
				'praise',
				'praise',
				'question',
				'question',
				'negative',
				'other',
			]);
			const content = this.chance.pick(COMMENTS[kind]);
			const comment = addComment(this.app.simulator.platform, {
				msgDataId: latest,
				openId,
				content,
			});
			this.comments.push({ kind, comment, msgDataId: latest });
		}
	}

	/**
	 * The comment desk and the watch over response times run every minute; here they run when something
	 * has happened. The staff answers most of what waits for it within a quarter of an hour.
	 */
	private async serve(): Promise<void> {
		// Articles of some days ago are looked at every five minutes.
		const minute = Math.floor(this.state.clock.now() / MINUTE_MS) + 1;
		await this.to(Math.ceil(minute / 5) * 5 * MINUTE_MS);
		await this.keep({ hour: 0, run: '02', trigger: 'Every minute' });
		await this.app.advance(8 * MINUTE_MS);
		for (const { comment, kind } of this.comments) {
			if (kind !== 'negative' || comment.reply || comment.isDeletedByUser) continue;
			if (!this.chance.happens(0.9)) continue;
			comment.reply = {
				content: '非常抱歉给您带来不便，请把订单号私信给我们，马上为您处理。',
				createTime: this.state.clock.seconds(),
			};
		}
		await this.answerChats();
		await this.app.advance(MINUTE_MS);
		await this.keep({ hour: 0, run: '03', trigger: 'Every minute' });
	}

	/** A person answers in WeChat's console those who were handed over. */
	private async answerChats(): Promise<void> {
		const waiting = new Set(
			(
				await this.app.rows<{ caseId: string; channel: string; kind: string }>(
					'wechat_service_events',
				)
			)
				.filter(({ channel, kind }) => channel === 'chat' && kind === 'userMessage')
				.map(({ caseId }) => caseId),
		);
		for (const openId of waiting) {
			if (this.answered.has(openId) || !this.chance.happens(0.9)) continue;
			this.answered.add(openId);
			this.state.chatRecords.push({
				openid: openId,
				worker: 'service@shanye',
				text: '您好，这里是山野茶铺客服，请问有什么可以帮您？',
				opercode: 2002,
				time: this.state.clock.seconds(),
			});
		}
	}

	private readonly answered = new Set<string>();
}
