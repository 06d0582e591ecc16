import { readOne, type Records } from '../../../../shared/records/port';
import type { RowOf } from '../../../../shared/records/table';
import { importState } from '../../../../shared/records/tables/importState';
import { withNote } from '../../../../shared/transport/errors';
import { describePage, keepPage, withoutDeparted, type Source } from './pages';

/** How far an import has come. */
export type Progress = RowOf<typeof importState>;

const KEY = 'import:followers';

/** Clocks of WeChat and of this server may differ by so much. */
const CLOCKS_MS = 10_000;

export interface ImportRules {
	source: Source;
	appId: string;
	/** Whether the profile of each follower is read, too. */
	withProfiles: boolean;
	/** Whether an import that was broken off begins anew. */
	startsOver: boolean;
	/** Epoch milliseconds. */
	now: number;
}

const isUnderWay = (progress: Progress | undefined): progress is Progress =>
	progress?.state === 'running';

async function begin(records: Records, now: number): Promise<Progress> {
	const progress: Progress = {
		key: KEY,
		state: 'running',
		cursor: '',
		listed: 0,
		total: null,
		added: 0,
		startedAt: now,
		at: now,
	};
	await records.put(importState, [progress]);
	return progress;
}

/** Works on the page after the cursor, and only then moves the cursor: a page may be done twice, never left out. */
async function nextPage(
	records: Records,
	progress: Progress,
	{ source, appId, withProfiles, now }: ImportRules,
): Promise<Progress> {
	const askedAt = Date.now() - CLOCKS_MS;
	const answer = await source.page(progress.cursor || undefined);
	const openIds = answer.data?.openid ?? [];
	const page = { openIds, importKey: `import:${progress.startedAt ?? 0}`, askedAt };
	const added = await keepPage(records, page);
	if (withProfiles) await describePage(source, records, page);
	await withoutDeparted(records, appId, page);
	const listed = (progress.listed ?? 0) + openIds.length;
	const total = answer.total ?? listed;
	const cursor = answer.next_openid ?? '';
	// Calls are scarce, so the last page is known by the total and not by asking once more.
	const isLast = openIds.length === 0 || cursor === '' || listed >= total;
	const next: Progress = {
		...progress,
		state: isLast ? 'done' : 'running',
		cursor: isLast ? '' : cursor,
		listed,
		total,
		added: (progress.added ?? 0) + added,
		at: now,
	};
	await records.put(importState, [next]);
	return next;
}

/**
 * Imports all followers, from where an earlier run has ended.
 *
 * @throws what a call throws, e.g. when the quota of the day is used up; the next run goes on from there
 */
export async function importFollowers(records: Records, rules: ImportRules): Promise<Progress> {
	const before = await readOne(records, importState, { key: KEY });
	const mayGoOn = isUnderWay(before) && !rules.startsOver;
	let progress = mayGoOn ? before : await begin(records, rules.now);
	try {
		while (isUnderWay(progress)) progress = await nextPage(records, progress, rules);
		return progress;
	} catch (error) {
		const { listed, total } = progress;
		const note = `${String(listed ?? 0)} of ${String(total ?? '?')} followers are imported. Run it again later; it goes on from there.`;
		throw withNote(error, note);
	}
}
