import type { Records } from '../../shared/records/port';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import type { OpenDraft } from '../engine/reviewForm';

/** Drafts that wait for a decision, and those whose approval was broken off. */
export async function openDrafts(records: Records): Promise<OpenDraft[]> {
	const rows = await records.read(keywordDrafts, {
		among: { column: 'status', values: ['proposed', 'approving'] },
	});
	return rows.map((row) => ({ ...row, asked: row.asked ?? 0, people: row.people ?? 0 }));
}
