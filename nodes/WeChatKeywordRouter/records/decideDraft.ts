import { UserInputError } from '../../shared/inputError';
import { readOne, type Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import { keywords } from '../../shared/records/tables/keywords';
import { readTable } from '../engine/library';
import { holderOf } from '../engine/phrases';
import type { Reviewed } from '../engine/reviewForm';
import { changeKeyword, extendKeyword, findKeyword, keywordKey } from './libraryChanges';

type DraftRow = RowOf<typeof keywordDrafts>;

/** What was decided about a draft, for the staff. */
export interface Decided {
	key: string;
	kind: string;
	keyword: string;
	/** What stands in the table now; a draft is decided once. */
	status: string;
	/** Whether this run has written something into the library. */
	isApplied: boolean;
	note: string;
}

/** A word that the library has, perhaps as another word for a keyword, gets the questions. */
async function addKeyword(records: Records, draft: DraftRow): Promise<string> {
	const { keyword, level, variants, questions, reply } = draft;
	const key = keywordKey(keyword);
	const holder = holderOf(readTable(await records.read(keywords)).keywords, keyword);
	const held = holder && holder.id !== key ? await findKeyword(records, holder.id) : undefined;
	if (held) {
		await extendKeyword(records, held, draft);
		return `并入“${held.keyword}”`;
	}
	const [added] = await records.add(keywords, [
		{ key, keyword, level, variants, questions, reply },
	]);
	if (added && !added.isNew) await extendKeyword(records, added.row, draft);
	return (added?.row.reply ?? '') === '' ? '已加入，写好回复后生效' : '已加入';
}

/** Writes a draft into the library. Done twice it is as if done once. */
async function apply(records: Records, draft: DraftRow): Promise<string | undefined> {
	if (draft.kind === 'new') return await addKeyword(records, draft);
	if (!['question', 'dead', 'outdated'].includes(draft.kind)) return undefined;
	const row = await findKeyword(records, draft.keywordId);
	if (!row) return undefined;
	if (draft.kind === 'question') {
		await extendKeyword(records, row, draft);
		return '问法已补充';
	}
	await changeKeyword(records, row, { isOff: true });
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
 *
 * @throws UserInputError when there is no such draft
 */
export async function decideDraft(
	records: Records,
	{ key, decision, edits }: Reviewed,
	{ decidedBy, now }: { decidedBy: string; now: number },
): Promise<Decided> {
	const next = decision === 'approved' ? 'approving' : 'rejected';
	const [claimed] = await records.claim(
		keywordDrafts,
		{ key, status: 'proposed' },
		{ ...edits, status: next, decidedAt: now, decidedBy },
	);
	const draft = claimed ?? (await readOne(records, keywordDrafts, { key }));
	if (!draft) {
		throw new UserInputError(
			`There is no draft '${key}'`,
			'Take the keys from the output of Propose, or from the table of drafts.',
		);
	}
	if (draft.status !== 'approving' || decision === 'rejected') {
		return decided(draft, draft.status, claimed ? '不采用，以后不再提议' : '之前已处理');
	}
	const note = await apply(records, { ...draft, ...edits });
	await records.put(keywordDrafts, [{ key, status: 'approved' }]);
	return decided(draft, 'approved', note ?? '请在关键词表里修改', note !== undefined);
}
