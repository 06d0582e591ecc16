import { check, type Json } from '../check';
import { fail } from '../errors';
import type { Endpoint, Endpoints } from './endpoint';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const DAY_MS = 86_400_000;

/** Most days of one call, and the figures of a day. */
const FIGURES: Record<string, [maxDays: number, row: Json]> = {
	getusersummary: [7, { user_source: 0, new_user: 3, cancel_user: 1 }],
	getusercumulate: [7, { cumulate_user: 1_217 }],
	getbizsummary: [30, { detail: { read_user: 10, share_user: 2, comment_count: 1 } }],
	getarticleread: [1, { msgid: '2247490098_1', detail: { read_user: 10 } }],
	getarticleshare: [1, { msgid: '2247490098_1', detail: { share_user: 2 } }],
	getupstreammsg: [7, { msg_type: 1, msg_user: 5, msg_count: 9 }],
	getupstreammsghour: [1, { ref_hour: 900, msg_type: 1, msg_user: 5, msg_count: 9 }],
	getupstreammsgweek: [30, { msg_type: 1, msg_user: 5, msg_count: 9 }],
	getupstreammsgmonth: [30, { msg_type: 1, msg_user: 5, msg_count: 9 }],
	getupstreammsgdist: [15, { count_interval: 1, msg_user: 5 }],
	getupstreammsgdistweek: [30, { count_interval: 1, msg_user: 5 }],
	getupstreammsgdistmonth: [30, { count_interval: 1, msg_user: 5 }],
	getinterfacesummary: [
		30,
		{ callback_count: 9, fail_count: 0, total_time_cost: 90, max_time_cost: 20 },
	],
	getinterfacesummaryhour: [1, { ref_hour: 900, callback_count: 9, fail_count: 0 }],
};

function figures(maxDays: number, row: Json): Endpoint {
	return {
		method: 'POST',
		answer({ body, state }) {
			check(body, { begin_date: 'string', end_date: 'string' });
			const [begin, end] = [String(body.begin_date), String(body.end_date)];
			if (!DAY.test(begin) || !DAY.test(end)) fail(61500);
			const days = (Date.parse(end) - Date.parse(begin)) / DAY_MS + 1;
			if (days < 1 || days > maxDays || end >= state.clock.day()) fail(61501);
			const list = [...Array(days).keys()].map((offset) => ({
				ref_date: new Date(Date.parse(begin) + offset * DAY_MS).toISOString().slice(0, 10),
				...row,
			}));
			return { list };
		},
	};
}

export const statistics: Endpoints = {
	...Object.fromEntries(
		Object.entries(FIGURES).map(([name, [maxDays, row]]) => [
			`/datacube/${name}`,
			figures(maxDays, row),
		]),
	),
	'/datacube/getarticletotaldetail': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { begin_date: 'string', end_date: 'string' });
			const [begin, end] = [String(body.begin_date), String(body.end_date)];
			if (!DAY.test(begin) || !DAY.test(end)) fail(61500);
			if (begin !== end || end >= state.clock.day()) fail(61501);
			const list = state.articles
				.filter(({ publishedOn }) => publishedOn === begin)
				.map(({ msgDataId, index, title, url, publishedOn }) => ({
					ref_date: publishedOn,
					// Counted from 1 here, from 0 in the comment calls.
					msgid: `${msgDataId}_${index + 1}`,
					publish_type: 0,
					title,
					content_url: url,
					detail_list: [],
				}));
			return { list, is_delay: false };
		},
	},
};
