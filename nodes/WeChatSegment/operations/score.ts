import type { IExecuteFunctions } from 'n8n-workflow';
import { nowOf, optionsOf } from '../../shared/engagement/fields';
import type { Outputs } from '../../shared/engagement/outputs';
import { ActivityLog } from '../engine/activityLog';
import { DAY_MS } from '../engine/days';
import type { PreviousState } from '../engine/hysteresis';
import { SegmentModel, type ScoredContact } from '../engine/model';
import { SEGMENTS, type Segment } from '../engine/segments';
import { tagNamesOf, weightsOf } from '../parameters';
import { previousOf, readItems, readKnown, requireRows } from '../rows';
import { RowSorter } from './rowSorter';
import { scoreRulesOf } from './scoreRules';

const ROWS_TO_STORE = SEGMENTS.length;

const REASONS: Record<ScoredContact['because'], string> = {
	belowMean: 'Silent for longer than the mean',
	left: 'No longer follows the account',
	new: 'New',
	scores: 'By scores',
	silent: 'Silent for too long',
};

/** The latest state of each follower. Who is not among the rows any more has been silent since. */
function readPrevious(ctx: IExecuteFunctions, log: ActivityLog): Map<string, PreviousState> {
	const states = new Map<string, PreviousState>();
	readKnown(ctx, 'previous', 'Previous Segments', (reader) => {
		const openId = reader.text('openId');
		const state = previousOf(reader);
		const recencyDays = reader.number('recencyDays', { fallback: 0, min: 0 });
		log.know(openId, { lastAt: state.at - recencyDays * DAY_MS });
		const known = states.get(openId);
		if (!known || known.at < state.at) states.set(openId, state);
	});
	return states;
}

/** The columns to store, one row per follower. */
function stateRow(contact: ScoredContact, at: string) {
	const { openId, segment, fineSegment, recencyDays, frequency, monetary } = contact;
	const { rScore, fScore, mScore, rfm, churnRisk, pending, pendingRuns } = contact;
	return {
		key: openId,
		openId,
		segment,
		fineSegment,
		recencyDays,
		frequency,
		monetary,
		rScore,
		fScore,
		mScore,
		rfm,
		churnRisk,
		pending,
		pendingRuns,
		at,
	};
}

/** What tells a workflow more than the stored columns: what changed, why, and which tags follow. */
function newsOf(contact: ScoredContact, tags: Map<Segment, string>) {
	const { changed, previousSegment, churnWarning, dormantInDays, because, segment } = contact;
	return {
		changed,
		previousSegment,
		churnWarning,
		dormantInDays,
		reason: REASONS[because],
		tag: tags.get(segment) ?? '',
		addTag: changed ? (tags.get(segment) ?? '') : '',
		removeTag: changed && previousSegment ? (tags.get(previousSegment) ?? '') : '',
	};
}

/** *Score*: rows of interactions, orders and contacts in, followers by segment out. */
export function score(ctx: IExecuteFunctions, outputs: Outputs): void {
	const now = nowOf(ctx, 0);
	const rules = scoreRulesOf(ctx, now);
	const tags = tagNamesOf(ctx);
	const log = new ActivityLog();
	const sorter = new RowSorter(log, weightsOf(ctx), now);
	const sources = new Map<string, number[]>();
	const count = readItems(ctx, outputs, (reader, itemIndex) => {
		const openId = sorter.add(reader);
		const items = sources.get(openId);
		if (items) items.push(itemIndex);
		else sources.set(openId, [itemIndex]);
	});
	const previous = readPrevious(ctx, log);
	requireRows(count + previous.size, 'interactions, orders or contacts');
	const model = new SegmentModel(log.finish(rules.sums), rules.model);
	const at = new Date(now).toISOString();
	const onlyChanges = optionsOf(ctx, 0).storeOnlyChanges === true;
	for (let index = 0; index < model.size; index++) {
		const openId = model.openIdOf(index);
		const before = previous.get(openId);
		const contact = model.row(index, before);
		const items = sources.get(openId) ?? [];
		const row = stateRow(contact, at);
		outputs.add(SEGMENTS.indexOf(contact.segment), { ...row, ...newsOf(contact, tags) }, items);
		const isNews =
			contact.changed ||
			contact.pending !== before?.pending ||
			contact.pendingRuns !== before?.pendingRuns;
		if (isNews || !onlyChanges) outputs.add(ROWS_TO_STORE, row, items);
	}
}
