import { DAY_MS, dayOf, dayText } from '../../../shared/calendar/days';
import type { GroupResult } from '../../../shared/engagement/perAccount';
import type { At } from '../../../shared/engagement/recordOperation';
import type { Records } from '../../../shared/records/port';
import { comments } from '../../../shared/records/tables/comments';
import { contacts } from '../../../shared/records/tables/contacts';
import { interactions } from '../../../shared/records/tables/interactions';
import { segmentsHistory } from '../../../shared/records/tables/segmentsHistory';
import { DEFAULT_WEIGHTS } from '../../../shared/segment/activity';
import { ActivityLog } from '../../engine/activityLog';
import { SegmentModel, type ScoredContact } from '../../engine/model';
import { RecordSorter } from '../../engine/recordSorter';
import { newsOf, stateRow } from '../../engine/scoredRows';
import type { Segment } from '../../engine/segments';
import { scoredText } from '../../engine/summary';
import { tagNamesOf } from '../tagFields';
import { historyRow, lastRun, previousStates, type Contact } from './history';
import { rulesOf, type ScoreValues } from './rules';

export const TABLES = [contacts, interactions, comments, segmentsHistory];

/** Outputs, with what stands on the canvas. */
export const OUTPUTS = {
	highValue: 'High Value',
	potential: 'Potential',
	dormant: 'Dormant',
	lost: 'Lost',
	goingSilent: 'Going Silent',
	tagChanges: 'Tag Changes',
	summary: 'Summary',
};

type Output = keyof typeof OUTPUTS;

/** What a run finds. */
interface Scored {
	all: ScoredContact[];
	/** Those who are about to fall silent, and were not when the last run looked. */
	goingSilent: ScoredContact[];
	people: readonly Contact[];
	/** Segments before today, by OpenID. */
	before: Map<string, string>;
}

/** Looks at all followers of an account. */
async function lookAtAll({ records, now }: At, values: ScoreValues): Promise<Scored> {
	const rules = rulesOf(values, now);
	const today = dayText(dayOf(now));
	const from = now - rules.sums.windowDays * DAY_MS;
	const [people, deeds, written, history] = await Promise.all([
		records.read(contacts),
		records.read(interactions, { where: { at: { from } } }),
		records.read(comments, { where: { commentedAt: { from } } }),
		lastRun(records, today),
	]);
	const log = new ActivityLog();
	const sorter = new RecordSorter(log, values.options.weights ?? DEFAULT_WEIGHTS, now);
	for (const person of people) sorter.addContact(person);
	for (const deed of deeds) sorter.addInteraction(deed);
	for (const comment of written) sorter.addComment(comment);
	const previous = await previousStates(records, people, { now, today }, history);
	const model = new SegmentModel(log.finish(rules.sums), rules.model);
	const all = Array.from({ length: model.size }, (_, index) =>
		model.row(index, previous.get(model.openIdOf(index))),
	);
	const warned = new Set(history.filter((row) => row.isGoingSilent).map(({ openId }) => openId));
	return {
		all,
		goingSilent: all.filter(({ openId, churnWarning }) => churnWarning && !warned.has(openId)),
		people,
		before: new Map([...previous].map(([openId, { segment }]) => [openId, segment])),
	};
}

const segmentsOf = ({ all }: Scored): Map<string, Segment> =>
	new Map(all.map(({ openId, segment }) => [openId, segment]));

/** Writes down what was found: the history first, then the contacts. */
async function keep(records: Records, scored: Scored, now: number): Promise<void> {
	const today = dayText(dayOf(now));
	await records.put(
		segmentsHistory,
		scored.all.map((contact) => historyRow(contact, today, now)),
	);
	const segments = segmentsOf(scored);
	await records.put(
		contacts,
		scored.people.flatMap(({ key, openId, segment }) => {
			const found = segments.get(openId);
			return found === undefined || found === segment ? [] : [{ key, segment: found }];
		}),
	);
}

/** *Score* for an account whose records are in tables. */
export async function scoreAccount(
	at: At,
	values: ScoreValues,
): Promise<Array<GroupResult<Output>>> {
	const { records, now } = at;
	const tags = tagNamesOf(values);
	const scored = await lookAtAll(at, values);
	await keep(records, scored, now);
	const { all, before, goingSilent } = scored;
	const time = new Date(now).toISOString();
	const item = (to: Output, contact: ScoredContact): GroupResult<Output> => ({
		to,
		json: { ...stateRow(contact, time), ...newsOf(contact, tags) },
	});
	const tagChange = (contact: ScoredContact): GroupResult<Output> => {
		const { addTag, removeTag } = newsOf(contact, tags);
		const { openId, segment, previousSegment } = contact;
		return { to: 'tagChanges', json: { openId, segment, previousSegment, addTag, removeTag } };
	};
	const counts = { scored: all.length, goingSilent: goingSilent.length };
	const summary = scoredText(now, before, segmentsOf(scored), goingSilent.length);
	return [
		...all.map((contact) => item(contact.segment, contact)),
		...goingSilent.map((contact) => item('goingSilent', contact)),
		...all.filter(({ changed }) => changed).map(tagChange),
		{ to: 'summary', json: { ...counts, summary } },
	];
}
