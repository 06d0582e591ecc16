import type { ScoredContact } from './model';
import type { Segment } from './segments';

const REASONS: Record<ScoredContact['because'], string> = {
	belowMean: 'Silent for longer than the mean',
	left: 'No longer follows the account',
	new: 'New',
	scores: 'By scores',
	silent: 'Silent for too long',
};

/** The columns to store, one row per follower. @param at of the run, as ISO 8601 */
export function stateRow(contact: ScoredContact, at: string) {
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
export function newsOf(contact: ScoredContact, tags: ReadonlyMap<Segment, string>) {
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
