import { nextShanghaiMidnight } from '../../shared/calendar/shanghaiDay';
import { now as nowField } from '../../shared/engagement/fields';
import { itemwise, type At, type Result } from '../../shared/engagement/recordOperation';
import { collection, integer } from '../../shared/operations/fields';
import { comments } from '../../shared/records/tables/comments';
import { sent } from '../../shared/records/tables/sent';
import { watchedArticles } from '../../shared/records/tables/watchedArticles';
import { callingAccount } from '../account';
import { batchesLeft, claimDue, openComments, writeFound, type CommentRow } from '../due';
import { readDue, type Limits } from '../readDue';
import { toItem } from '../rows';
import { endLease, leaseDue } from '../watch';

type Output = 'answered' | 'deleted' | 'new';

const outputOf = ({ state }: CommentRow): Output =>
	state === 'answered' || state === 'deleted' ? state : 'new';

const HOUR_MS = 3_600_000;
const MOST_HOURS = 720;

/** Reads, writes down, lets other runs read, and claims what is given. In this order a killed run loses nothing. */
async function newComments(at: At, limits: Limits): Promise<CommentRow[]> {
	const { records, now } = at;
	const lease = await leaseDue(records, now);
	if (!lease) return [];
	const open = await openComments(records, now);
	const { found, articles, used, isQuotaUsedUp, error } = await readDue(at, lease, open, limits);
	const hasFresh = found.some(({ changes }) => changes.fresh.length > 0);
	const hasChanged = found.some(
		({ changes: { fresh, answered, deleted } }) =>
			answered.length > 0 || deleted.length > 0 || fresh.some(({ reply }) => reply !== ''),
	);
	const batch = hasFresh || hasChanged ? await writeFound(records, found, now) : '';
	const isOver = isQuotaUsedUp || used >= limits.callsPerDay;
	const pausedUntil = isOver ? nextShanghaiMidnight(now) : 0;
	await endLease(records, articles, { used, now, pausedUntil });
	// Nothing could be read at all, so that a person has to look.
	if (error !== undefined && found.length === 0) return await Promise.reject(error);
	const given: CommentRow[][] = [];
	for (const left of batchesLeft(open, now)) {
		given.push(await claimDue(records, left, now, { fresh: true, changed: true }));
	}
	given.push(await claimDue(records, batch, now, { fresh: hasFresh, changed: hasChanged }));
	return given.flat();
}

export const getNew = itemwise({
	option: {
		name: 'Get New',
		value: 'getNew',
		action: 'Get new comments',
		description: 'Get the comments on watched articles that were not there before, each once',
	},
	outputs: { new: 'New', answered: 'Answered by Person', deleted: 'Deleted' },
	fields: {
		options: collection('Options', 'Add option', {
			articlesPerRun: integer('Articles per Run', [1, 100], {
				default: 20,
				description:
					'How many articles are read in one run at most. Those that were read longest ago come first; the others come in the next run.',
			}),
			callsPerDay: integer('Calls per Day', [10, 1_000_000], {
				default: 5_000,
				description:
					'How often WeChat is asked for comments in a day at most. Articles of the last two days are read every minute; older ones wait when the calls get short.',
			}),
			commentsPerRun: integer('Comments per Run', [1, 500], {
				default: 50,
				description:
					'How many new comments of an article are given at once; the others come in the next run',
			}),
			youngerThan: integer('Comments of the Last (Hours)', [1, MOST_HOURS], {
				default: 48,
				description:
					'Comments that are older when they are found are left alone, e.g. those that were there long before the article was watched',
			}),
			now: nowField,
		}),
	},
	tables: [comments, watchedArticles, sent],
	async execute(at, { options }): Promise<Array<Result<Output>>> {
		const appId = await callingAccount(at);
		const { articlesPerRun = 20, callsPerDay = 5_000 } = options;
		const { commentsPerRun = 50, youngerThan = 48 } = options;
		const notBefore = at.now - youngerThan * HOUR_MS;
		const limits = { articlesPerRun, callsPerDay, commentsPerRun, notBefore };
		const rows = await newComments(at, limits);
		return rows.map((row) => ({ to: outputOf(row), json: toItem(row, appId, at.now) }));
	},
});
