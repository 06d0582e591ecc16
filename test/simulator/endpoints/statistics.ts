import type { Json, Shape } from '../check';
import { fail } from '../errors';
import type { Article, State } from '../state';
import type { Call, Endpoint, Endpoints } from './endpoint';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const SPAN: Shape = { begin_date: 'string', end_date: 'string' };
/** First day of the article statistics of 2025. */
const FIRST_DAY = '2025-11-01';

/** Kinds of calls: by day, by week and month (one date a call). */
type Period = 'day' | 'week' | 'month';

/** Most days of one call, and the figures of a day. */
const FIGURES: Record<string, [maxDays: number, row: Json, period?: Period]> = {
	getusersummary: [7, { user_source: 0, new_user: 3, cancel_user: 1 }],
	getusercumulate: [7, { cumulate_user: 1_217 }],
	getupstreammsg: [7, { msg_type: 1, msg_user: 5, msg_count: 9 }],
	getupstreammsghour: [1, { ref_hour: 900, msg_type: 1, msg_user: 5, msg_count: 9 }],
	getupstreammsgweek: [1, { msg_type: 1, msg_user: 5, msg_count: 9 }, 'week'],
	getupstreammsgmonth: [1, { msg_type: 1, msg_user: 5, msg_count: 9 }, 'month'],
	getupstreammsgdist: [15, { count_interval: 1, msg_user: 5 }],
	getupstreammsgdistweek: [15, { count_interval: 1, msg_user: 5 }, 'week'],
	getupstreammsgdistmonth: [15, { count_interval: 1, msg_user: 5 }, 'month'],
	getinterfacesummary: [
		30,
		{ callback_count: 9, fail_count: 0, total_time_cost: 90, max_time_cost: 20 },
	],
	getuserreadhour: [
		1,
		{ ref_hour: 2_100, user_source: 99_999_999, int_page_read_user: 8, int_page_read_count: 11 },
	],
	getusersharehour: [1, { ref_hour: 900, share_scene: 1, share_count: 4, share_user: 3 }],
	getusershare: [1, { share_scene: 2, share_count: 4, share_user: 3 }],
	getinterfacesummaryhour: [1, { ref_hour: 900, callback_count: 9, fail_count: 0 }],
};

/** Where readers came from (channels), as the article statistics of 2025 tell it. */
const SOURCES = [
	{ user_count: 6, scene_desc: '公众号消息' },
	{ user_count: 3, scene_desc: '聊天会话' },
	{ user_count: 1, scene_desc: '朋友圈' },
];

/** The days of a call, which must be over (61501), and whose figures must be there (61503). */
function daysOf({ body, state }: Call, maxDays: number): string[] {
	const { clock, settings } = state;
	const [begin, end] = [String(body.begin_date), String(body.end_date)];
	if (!DAY.test(begin) || !DAY.test(end)) fail(61500);
	const length = (Date.parse(end) - Date.parse(begin)) / DAY_MS + 1;
	if (!(length >= 1) || length > maxDays || end >= clock.day()) fail(61501);
	if (end === clock.daysAgo(1) && clock.hour() < settings.statisticsHour) fail(61503);
	return [...Array(length).keys()].map((offset) =>
		new Date(Date.parse(begin) + offset * DAY_MS).toISOString().slice(0, 10),
	);
}

/** Figures of a week stand at its Monday, those of a month at its first day. */
function hasFigures(day: string, period: Period): boolean {
	if (period === 'week') return new Date(day).getUTCDay() === 1;
	return period === 'day' || day.endsWith('-01');
}

/** Followers of that day who follow now, where they are counted. */
function countOf({ settings, followers }: State, day: string): Json {
	if (!settings.areFollowersCounted) return {};
	const end = Date.parse(`${day}T24:00:00+08:00`) / 1_000;
	const following = [...followers.values()].filter(
		({ isFollowing, followedAt }) => isFollowing && followedAt < end,
	);
	return { cumulate_user: following.length };
}

function figures(maxDays: number, row: Json, period: Period = 'day'): Endpoint {
	return {
		method: 'POST',
		body: SPAN,
		answer: (call) => ({
			list: daysOf(call, maxDays)
				.filter((day) => hasFigures(day, period))
				.map((ref_date) => ({
					ref_date,
					...row,
					...('cumulate_user' in row ? countOf(call.state, ref_date) : {}),
				})),
		}),
	};
}

/** One of the article statistics of 2025: they begin in November 2025 and say whether they are final. */
function articleFigures(maxDays: number, rowsOf: (state: State, day: string) => Json[]): Endpoint {
	return {
		method: 'POST',
		body: SPAN,
		answer(call) {
			const { state } = call;
			const days = daysOf(call, maxDays).filter((day) => day >= FIRST_DAY);
			const list = days.flatMap((day) =>
				rowsOf(state, day).map((row) => ({ ref_date: day, ...row })),
			);
			return { list, is_delay: state.settings.areStatisticsDelayed };
		},
	};
}

/** Counted from 1 here, from 0 in the comment calls. */
const idOf = ({ msgDataId, index }: Article) => `${msgDataId}_${index + 1}`;

const outBy = ({ articles }: State, day: string) =>
	articles.filter(({ publishedOn }) => publishedOn <= day);

/** Counts of an article up to a day after it went out. */
const details = (article: Article, stat_date: string): Json => ({
	stat_date,
	read_user: 10,
	read_user_source: SOURCES,
	share_user: 2,
	zaikan_user: 1,
	like_user: 3,
	comment_count: article.comments.length,
	collection_user: 1,
	praise_money: 0,
	read_subscribe_user: 7,
	read_delivery_rate: 0.0271,
	read_finish_rate: 0.4,
	read_avg_activetime: 1.25,
	read_jump_position: [1, 2, 3, 4, 5].map((position) => ({ position, rate: 0.2 })),
});

const MOST_DAYS = 30;

/** An article that went out on the day, with its counts day by day until yesterday. */
function published(state: State, article: Article): Json {
	const first = Date.parse(article.publishedOn);
	const days = [...Array(MOST_DAYS).keys()]
		.map((offset) => new Date(first + offset * DAY_MS).toISOString().slice(0, 10))
		.filter((day) => day < state.clock.day());
	return {
		msgid: idOf(article),
		publish_type: 0,
		title: article.title,
		content_url: article.url,
		detail_list: days.map((day) => details(article, day)),
	};
}

export const statistics: Endpoints = {
	...Object.fromEntries(
		Object.entries(FIGURES).map(([name, [maxDays, row, period]]) => [
			`/datacube/${name}`,
			figures(maxDays, row, period),
		]),
	),
	'/datacube/getbizsummary': articleFigures(30, () => [
		{
			detail: {
				read_user: 10,
				read_user_source: SOURCES,
				share_user: 2,
				zaikan_user: 1,
				like_user: 3,
				comment_count: 1,
				collection_user: 1,
				redirect_ori_page_user: 0,
				send_page_count: 1,
			},
		},
	]),
	'/datacube/getarticleread': articleFigures(1, (state, day) =>
		outBy(state, day).map((article) => ({
			msgid: idOf(article),
			detail: { read_user: 10, read_user_source: SOURCES },
		})),
	),
	'/datacube/getarticleshare': articleFigures(1, (state, day) =>
		outBy(state, day).map((article) => ({
			msgid: idOf(article),
			detail: { share_user: 2 },
		})),
	),
	'/datacube/getarticletotaldetail': articleFigures(1, (state, day) =>
		state.articles
			.filter(({ publishedOn }) => publishedOn === day)
			.map((article) => published(state, article)),
	),
};
