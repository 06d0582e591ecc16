import { onlyNow } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { optionalText } from '../../shared/operations/fields';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { keywords } from '../../shared/records/tables/keywords';
import { unanswered } from '../../shared/records/tables/unanswered';
import { reviewedIn, withoutReply } from '../engine/reviewForm';
import { reviewText } from '../engine/summaryText';
import { days, periodOf } from '../fields/period';
import { decideDraft, type Decided } from '../records/decideDraft';
import { openDrafts } from '../records/openDrafts';
import { tryAgain } from '../records/tryAgain';

const fields = {
	decidedBy: optionalText('Decided By', {
		placeholder: 'e.g. 小王',
		description: 'Who decided; kept with the drafts',
	}),
	days,
	options: onlyNow,
};

/** Takes what a person decided in the form, and tells how much of the period would be answered now. */
export const applyReview = itemwise({
	option: {
		name: 'Apply Review',
		value: 'applyReview',
		action: 'Apply a review of proposals',
		description:
			'Write into the library what was decided in the form page of Get Review Form. What was put off is proposed again; each proposal is decided once.',
	},
	outputs: { applied: 'Applied' },
	fields,
	tables: [keywordDrafts, keywords, keywordHits, unanswered],
	async execute({ json, records, now }, { decidedBy, days: length }) {
		const drafts = await openDrafts(records);
		const decided: Decided[] = [];
		for (const reviewed of reviewedIn(json, drafts)) {
			decided.push(await decideDraft(records, reviewed, { decidedBy, now }));
		}
		const coverage = await tryAgain(records, periodOf(length, now));
		const summary = reviewText(decided, withoutReply(json, drafts), { ...coverage, days: length });
		return [
			{
				to: 'applied',
				json: {
					...json,
					decided: decided.map((one) => ({ ...one })),
					coverage: { ...coverage },
					summary,
				},
			},
		];
	},
});
