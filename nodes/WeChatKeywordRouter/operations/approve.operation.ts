import { itemwise } from '../../shared/engagement/recordOperation';
import { choice, optionalText, writtenText } from '../../shared/operations/fields';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import { keywords } from '../../shared/records/tables/keywords';
import { draftKeysIn } from '../engine/drafts';
import { decideDraft, type Decided } from '../records/decideDraft';

const fields = {
	drafts: writtenText('Drafts', {
		placeholder: 'e.g. {{ $json.key }}',
		description:
			'Keys of the drafts, as Propose gives them. Also the ticked lines of a form, when each of them contains its key.',
	}),
	decision: choice(
		'Decision',
		[
			{ name: 'Approve', value: 'approved', description: 'Write it into the library' },
			{ name: 'Reject', value: 'rejected', description: 'Never propose it again' },
		],
		'approved',
	),
	reply: optionalText('Reply', {
		typeOptions: { rows: 3 },
		placeholder: 'e.g. 本店可以带宠物，请牵好绳子',
		description:
			"Reply of a new keyword; when empty, the column 'reply' of the draft. A keyword without a reply is not found until somebody fills it in.",
	}),
	decidedBy: optionalText('Decided By', {
		placeholder: 'e.g. 小王',
		description: 'Who decided; kept with the draft',
	}),
};

export const approve = itemwise({
	option: {
		name: 'Approve',
		value: 'approve',
		action: 'Approve or reject proposals',
		description: 'Write proposals into the keyword library, or reject them; each is decided once',
	},
	outputs: { decided: 'Decided' },
	fields,
	tables: [keywordDrafts, keywords],
	async execute({ json, records, now }, { drafts, decision, reply, decidedBy }) {
		const edits = decision === 'approved' && reply !== '' ? { reply } : {};
		const results: Decided[] = [];
		for (const key of draftKeysIn(drafts)) {
			results.push(await decideDraft(records, { key, decision, edits }, { decidedBy, now }));
		}
		const lines = results.map(({ keyword, note }) => `${keyword}：${note}`);
		const summary = lines.length === 0 ? '没有选择任何提议' : lines.join('\n');
		return [
			{ to: 'decided', json: { ...json, decided: results.map((one) => ({ ...one })), summary } },
		];
	},
});
