import { filterBy, hasField, mergeAppend, metrics, setFields } from '../lib/nodes.mjs';
import { NOW } from '../lib/settings.mjs';
import { DAYS, HISTORY_DAYS, dayAgo, daysAgo } from './days.mjs';

/** Code that gives a time a second later: an answer comes after what it answers. */
const SECOND_LATER = "$json.at ? String($json.at).toDateTime().plus({ seconds: 1 }).toISO() : ''";

/** The row of an automatic answer, which needed no row where it was given as a passive reply. */
const automaticAnswer = {
	key: "={{ 'answer:' + $json.key }}",
	openId: '={{ $json.openId }}',
	kind: 'sent',
	at: `={{ ${SECOND_LATER} }}`,
	auto: true,
};

/**
 * A row of a case as an interaction. The messages themselves stand among the interactions: a comment under
 * its key there, a chat message as it is, so that the row of its case says that a person is to answer.
 */
const serviceEvent = {
	key: "={{ ({ 'comment userMessage': 'comment:', 'chat userMessage': 'handOver:' }[$json.channel + ' ' + $json.kind] ?? '') + $json.key }}",
	kind: "={{ $json.channel === 'chat' && $json.kind === 'userMessage' ? 'handOver' : $json.kind }}",
	caseId: "={{ $json.channel === 'comment' ? 'comment:' + $json.caseId : $json.caseId }}",
};

/**
 * What segments were before the last run, as far as an expression can tell it: those of everybody as they
 * are now, two days earlier, and over it those of whoever moved, one day earlier.
 */
const earlierSegment = (segment, days) => ({
	openId: '={{ $json.openId }}',
	segment: `={{ $json.${segment} }}`,
	at: `={{ $json.at ? String($json.at).toDateTime().minus({ days: ${days} }).toISO() : '' }}`,
});

/** Calculates the metrics from everything that is stored. Returns the last nodes. */
export function calculation(w, store, start) {
	const section = w.section(
		'## 3. 计算指标\n互动、联系人、客服记录和统计一起算出日、周、月三种周期的指标，按 key 存表，可以重复运行。',
		{ line: 2 },
	);
	const since = [['at', 'gte', daysAgo(HISTORY_DAYS)]];
	const read = (name, table, where, row) => section.put(name, store.get(table, where), 0, row);
	// An empty item stands for what was not found, so that the merge need not wait for it.
	const shape = (name, from, fields, keep, row) => {
		const shaped = section.put(name, setFields(fields, { keep }), 1, row);
		const found = section.put(`${name}, if any`, filterBy(hasField('at')), 2, row, {
			alwaysOutputData: true,
		});
		w.chain(from, shaped, found);
		return found;
	};

	const interactions = read('Interactions', 'wechat_interactions', since, 0);
	const activityRows = read('Activity rows', 'wechat_activity_rows', since, 5);
	const segments = read('Segments', 'wechat_segments', since, 6);
	const sources = [
		read('Statistics', 'wechat_statistics', [['ref_date', 'gte', dayAgo(HISTORY_DAYS)]], 1),
		read('Contacts', 'wechat_contacts', [], 2),
		read('Reply times', 'wechat_service_alerts', since, 3),
		read('Orders', 'wechat_orders', since, 4),
		activityRows,
		segments,
	];
	const others = [
		shape('Answers in activities', activityRows, automaticAnswer, false, 5),
		shape('Segments before', segments, earlierSegment('segment', 2), false, 6),
		shape(
			'Segments before a move',
			read('Segment moves', 'wechat_segment_history', since, 7),
			earlierSegment('fromSegment', 1),
			false,
			7,
		),
		shape(
			'Answers to keywords',
			read('Keyword hits', 'wechat_keyword_hits', [...since, ['status', 'neq', 'person']], 8),
			automaticAnswer,
			false,
			8,
		),
		shape(
			'Service events as interactions',
			read('Service events', 'wechat_service_events', since, 9),
			serviceEvent,
			true,
			9,
		),
	];
	const shapedOnly = ['Segment moves', 'Keyword hits', 'Service events'];
	for (const source of [interactions, ...sources, ...shapedOnly]) w.link(start, source);
	const shaped = section.put('Rows in another shape', mergeAppend(others.length), 3, 7);
	others.forEach((source, input) => w.link(source, shaped, { input }));
	const more = section.put('Everything else', mergeAppend(sources.length + 1), 4, 2);
	[...sources, shaped].forEach((source, input) => w.link(source, more, { input }));
	const calculated = section.put('Metrics of all periods', mergeAppend(3), 6, 0);
	const [day] = ['day', 'week', 'month'].map((period, position) => {
		const node = section.put(
			`Calculate ${period}s`,
			metrics({
				operation: 'calculate',
				moreRowsFrom: 'input',
				period,
				periods: period === 'day' ? DAYS : 1,
				layers: ['basic', 'conversion', 'deep'],
				goals: 'couponUsed, groupJoin, order, activity.entry, activity.checkIn',
				options: { now: NOW },
			}),
			5,
			position,
		);
		w.link(interactions, node).link(more, node, { input: 1 });
		w.link(node, calculated, { input: position });
		return node;
	});
	const stored = section.put('Store metrics', store.upsert('wechat_metrics'), 7, 0);
	const warnings = section.put('Store churn warnings', store.upsert('wechat_churn_warnings'), 6, 3);
	w.link(calculated, stored).link(day, warnings, { output: 1 });
	return { stored, day };
}
