import { itemwise, type At } from '../../shared/engagement/recordOperation';
import { UserInputError } from '../../shared/inputError';
import { choice, optionalText, writtenText } from '../../shared/operations/fields';
import type { RowOf } from '../../shared/records/table';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import { keywords } from '../../shared/records/tables/keywords';
import { draftKeysIn } from '../engine/drafts';
import { changeKeyword, extendKeyword, findKeyword, keywordKey } from '../records/libraryChanges';

type DraftRow = RowOf<typeof keywordDrafts>;

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

/** What was decided about a draft, for the staff. */
interface Decided {
	key: string;
	kind: string;
	keyword: string;
	/** What stands in the table now; a draft is decided once. */
	status: string;
	/** Whether this run has written something into the library. */
	isApplied: boolean;
	note: string;
}

async function addKeyword({ records }: At, draft: DraftRow, given: string): Promise<string> {
	const { keyword, level, variants, questions } = draft;
	const reply = given || draft.reply;
	const key = keywordKey(keyword);
	const [added] = await records.add(keywords, [
		{ key, keyword, level, variants, questions, reply },
	]);
	if (added && !added.isNew) await extendKeyword(records, added.row, draft);
	return (added?.row.reply ?? '') === '' ? '已加入，写好回复后生效' : '已加入';
}

/** Writes a draft into the library. Done twice it is as if done once. */
async function apply(at: At, draft: DraftRow, reply: string): Promise<string | undefined> {
	if (draft.kind === 'new') return await addKeyword(at, draft, reply);
	if (!['question', 'dead', 'outdated'].includes(draft.kind)) return undefined;
	const row = await findKeyword(at.records, draft.keywordId);
	if (!row) return undefined;
	if (draft.kind === 'question') {
		await extendKeyword(at.records, row, draft);
		return '问法已补充';
	}
	await changeKeyword(at.records, row, { isOff: true });
	return '已停用';
}

const decided = (
	{ key, kind, keyword }: DraftRow,
	status: string,
	note: string,
	isApplied = false,
): Decided => ({ key, kind, keyword, status, isApplied, note });

/**
 * Decides about one draft: claimed, written into the library, marked. What a run that was killed has left is
 * finished by the next approval; a rejection cannot come in between.
 */
async function decide(
	at: At,
	key: string,
	decision: 'approved' | 'rejected',
	{ reply, decidedBy }: { reply: string; decidedBy: string },
): Promise<Decided> {
	const { records, now } = at;
	const next = decision === 'approved' ? 'approving' : 'rejected';
	const by = { decidedAt: now, decidedBy };
	const [claimed] = await records.claim(
		keywordDrafts,
		{ key, status: 'proposed' },
		{ status: next, ...by },
	);
	const [draft] = claimed
		? [claimed]
		: await records.read(keywordDrafts, { where: { key }, limit: 1 });
	if (!draft) {
		throw new UserInputError(
			`There is no draft '${key}'`,
			'Take the keys from the output of Propose, or from the table of drafts.',
		);
	}
	if (draft.status !== 'approving' || decision === 'rejected') {
		return decided(draft, draft.status, claimed ? '不采用，以后不再提议' : '之前已处理');
	}
	const note = await apply(at, draft, reply);
	await records.put(keywordDrafts, [{ key, status: 'approved' }]);
	return decided(draft, 'approved', note ?? '请在关键词表里修改', note !== undefined);
}

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
	async execute(at, { drafts, decision, reply, decidedBy }) {
		const results: Decided[] = [];
		for (const key of draftKeysIn(drafts)) {
			results.push(await decide(at, key, decision, { reply, decidedBy }));
		}
		const lines = results.map(({ keyword, note }) => `${keyword}：${note}`);
		const summary = lines.length === 0 ? '没有选择任何提议' : lines.join('\n');
		return [
			{ to: 'decided', json: { ...at.json, decided: results.map((one) => ({ ...one })), summary } },
		];
	},
});
