import type { Account } from '../lib/account';
import type { Execution } from '../lib/n8n';
import { fallsOn, type Appointment } from './appointments';
import { Articles } from './articles';
import { castOf, isThereOn, leavesOn, type Person } from './cast';
import { Conversation } from './conversation';
import { remember } from './history';
import { Operator } from './operator';
import { Chance } from './random';
import { Staff } from './staff';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** Times of a day, in hours, at which the followers are there. */
const SLOTS = [9.6, 12.5, 20.25];
/** A day on which everybody writes at the same time, as after a broadcast. */
const BURST_DAY = 4;
const BURST = 40;
/** What a run may take; the first morning collects the figures of the days before. */
const MOST_MS = 240_000;
const DAYS_BETWEEN_ARTICLES = 3;
const FRIDAY = 5;
/** When submissions are reviewed. */
const HOUR_OF_REVIEW = 16;
/** When the public number is there that decides the lottery of the week. */
const HOUR_OF_NUMBER = 21.5;
/** Share of those who are written to by the account after a long silence that write back. */
const WOKEN = 0.4;

export interface MonthOptions {
	followers: number;
	/** Begins on a Monday; a part of a day is its first hours. */
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

	readonly conversation: Conversation;

	readonly articles: Articles;

	/** Those of the followers of before who are VIPs. */
	vips: ReadonlySet<string> = new Set();

	private readonly chance: Chance;

	private readonly staff: Staff;

	private readonly operator: Operator;

	/** What the runs of appointments gave, in their order. */
	readonly runs: Array<{ run: string; trigger: string; execution: Execution }> = [];

	/** Who was written to after a long silence, whether or not they write back. */
	private readonly woken = new Set<string>();

	constructor(
		private readonly app: Account,
		private readonly options: MonthOptions,
	) {
		this.chance = new Chance(options.seed);
		this.cast = castOf(options.followers, options.days, this.chance);
		this.conversation = new Conversation(app, this.chance);
		this.articles = new Articles(app, this.chance);
		this.staff = new Staff(app, this.chance);
		this.operator = new Operator(app);
	}

	private get clock() {
		return this.app.simulator.platform.state.clock;
	}

	/** Moves the clock to the first Monday from now on, at 00:05 in Shanghai. */
	async prepare(): Promise<void> {
		const now = this.clock.now() + SHANGHAI_OFFSET_MS;
		const today = Math.floor(now / DAY_MS);
		// Day 0 of the epoch was a Thursday.
		const daysToMonday = (11 - (today % 7)) % 7 || 7;
		await this.to((today + daysToMonday) * DAY_MS + 5 * MINUTE_MS - SHANGHAI_OFFSET_MS);
		await this.operator.open(this.cast.length);
		this.vips = await remember(this.app, this.cast, this.chance);
	}

	async play(): Promise<void> {
		for (let day = 0; day < this.options.days; day++) {
			const midnight = this.clock.now() - ((this.clock.now() + SHANGHAI_OFFSET_MS) % DAY_MS);
			this.options.onDay?.(day, this.clock.day());
			await this.playDay(day, midnight);
			if (day + 1 < this.options.days) await this.to(midnight + DAY_MS + 5 * MINUTE_MS);
		}
	}

	private async playDay(day: number, midnight: number): Promise<void> {
		const weekday = (day + 1) % 7;
		const monthDay = Number(this.clock.day().slice(-2));
		const due = this.options.appointments
			.filter((each) => fallsOn(each, { weekday, monthDay }) && this.app.has(each.run))
			.map((each) => ({ hour: each.hour, work: async () => await this.keep(each) }));
		const slots = SLOTS.map((hour, slot) => ({
			hour,
			work: async () => await this.slot(day, slot),
		}));
		const article = { hour: 9.1, work: async () => await this.articles.publish(day) };
		const isArticleDay = day % DAYS_BETWEEN_ARTICLES === 0;
		const operator = [
			{ hour: HOUR_OF_REVIEW, work: async () => await this.operator.review() },
			...(weekday === FRIDAY
				? [{ hour: HOUR_OF_NUMBER, work: async () => await this.operator.enterPublicNumber() }]
				: []),
		];
		const end = (this.options.days - day) * 24;
		const program = [...due, ...slots, ...operator, ...(isArticleDay ? [article] : [])]
			.filter(({ hour }) => hour < end)
			.sort((a, b) => a.hour - b.hour);
		for (const { hour, work } of program) {
			await this.to(midnight + hour * HOUR_MS);
			await work();
		}
	}

	/** Moves the clock forward, never back. */
	private async to(epoch: number): Promise<void> {
		const gap = epoch - this.clock.now();
		if (gap > 0) await this.app.advance(gap);
	}

	private async keep({ run, trigger }: Omit<Appointment, 'hour'>): Promise<void> {
		const execution = await this.app.run(run, trigger, MOST_MS);
		this.runs.push({ run, trigger, execution });
		await this.app.settled();
	}

	private here(day: number): Person[] {
		return this.cast.filter(isThereOn(day));
	}

	/** One time of a day: some follow, some write, tap or comment, one or the other leaves. */
	private async slot(day: number, slot: number): Promise<void> {
		const { articles, chance, conversation } = this;
		const isLast = slot === SLOTS.length - 1;
		if (slot === 0) await conversation.follow(this.cast.filter(({ joins }) => joins === day));
		const here = this.here(day);
		await conversation.speak(here.filter(({ writes }) => chance.happens(writes)));
		if (day === BURST_DAY && slot === 1) {
			await conversation.rush(here.filter(({ writes }) => writes > 0).slice(0, BURST));
		}
		if (isLast) await conversation.speak(this.wake());
		await conversation.tap(here.filter(({ writes }) => chance.happens(writes / 4)));
		await conversation.scan(here.filter(({ writes }) => chance.happens(writes / 12)));
		await this.app.settled();
		conversation.hear();
		articles.comment(here, 1 / SLOTS.length);
		await this.serve();
		if (isLast) await conversation.leave(this.cast.filter(leavesOn(day)));
	}

	/** Those of the silent who have been written to and come back. */
	private wake(): Person[] {
		const { followers } = this.app.simulator.platform.state;
		const told = this.cast.filter(({ openId, name }) => {
			const inbox = followers.get(openId)?.inbox ?? [];
			return name === 'sleeper' && !this.woken.has(openId) && inbox.length > 0;
		});
		for (const { openId } of told) this.woken.add(openId);
		return told.filter(() => this.chance.happens(WOKEN)).map((person) => ({ ...person, plays: 0 }));
	}

	/**
	 * The comment desk and the watch over response times run every minute; here they run when something
	 * has happened. The staff answers most of what waits for it within a quarter of an hour.
	 */
	private async serve(): Promise<void> {
		// Articles of some days ago are looked at every five minutes.
		const minute = Math.floor(this.clock.now() / MINUTE_MS) + 1;
		await this.to(Math.ceil(minute / 5) * 5 * MINUTE_MS);
		await this.keep({ run: '02', trigger: 'minute' });
		await this.app.advance(8 * MINUTE_MS);
		this.staff.answerComments(this.articles);
		await this.staff.answerChats();
		await this.app.advance(MINUTE_MS);
		// Sees what people have answered.
		await this.keep({ run: '02', trigger: 'minute' });
		await this.keep({ run: '03', trigger: 'minute' });
	}
}
