import { itemwise } from '../../shared/engagement/recordOperation';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import { keywords } from '../../shared/records/tables/keywords';
import { readTable } from '../engine/library';
import { reviewForm } from '../engine/reviewForm';
import { openDrafts } from '../records/openDrafts';

export const getReviewForm = itemwise({
	option: {
		name: 'Get Review Form',
		value: 'getReviewForm',
		action: 'Get the form to review proposals',
		description: "The open proposals as the fields of n8n's form page, for Apply Review behind it",
	},
	outputs: { open: 'Open', none: 'Nothing Left' },
	fields: {},
	tables: [keywordDrafts, keywords],
	async execute({ json, records }) {
		const [drafts, rows] = await Promise.all([openDrafts(records), records.read(keywords)]);
		const undecided = drafts.length;
		if (undecided === 0) {
			return [{ to: 'none', json: { ...json, undecided, summary: '提议都已处理完。' } }];
		}
		const names = new Map(readTable(rows).keywords.map(({ id, keyword }) => [id, keyword]));
		const form = reviewForm(drafts, (id) => names.get(id) ?? id);
		return [{ to: 'open', json: { ...json, undecided, form } }];
	},
});
