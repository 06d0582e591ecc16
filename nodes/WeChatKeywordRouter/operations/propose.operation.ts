import { now } from '../../shared/engagement/fields';
import { perAccount } from '../../shared/engagement/perAccount';
import { allAtOnce, type Item, type Result } from '../../shared/engagement/recordOperation';
import { collection } from '../../shared/operations/fields';
import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { keywordDrafts } from '../../shared/records/tables/keywordDrafts';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { keywords } from '../../shared/records/tables/keywords';
import { unanswered } from '../../shared/records/tables/unanswered';
import type { Period } from '../engine/audit';
import { draftsFor } from '../engine/drafts';
import { learn } from '../engine/learn';
import { coverageText, findingsText } from '../engine/summaryText';
import type { Hit } from '../engine/types';
import { leastCount, rulesOf, similarity } from '../fields/learning';
import { days, periodOf } from '../fields/period';
import { hitOf } from '../records/answers';
import { forgetOld, keepDays } from '../records/forgetOld';
import { Library } from '../records/library';

const fields = {
	days,
	options: collection('Options', 'Add option', { keepDays, leastCount, now, similarity }),
};

type To = 'proposals' | 'summary';

/** Everything that a renewal looks at, read side by side. */
async function material(records: Records, { from }: Period) {
	const since = { where: { at: { from } } };
	const [rows, hits, questions, earlier] = await Promise.all([
		records.read(keywords),
		records.read(keywordHits, since),
		records.read(unanswered, since),
		records.read(keywordDrafts),
	]);
	return { library: new Library(rows), hits: hits.map(hitOf), questions, earlier };
}

/** A question that nobody found an answer to, as the engine takes it. */
const asHit = ({ key, openId, at, text }: RowOf<typeof unanswered>): Hit => ({
	key,
	openId,
	at: at ?? 0,
	text,
	status: '',
	keywordId: '',
});

async function proposeFor({ at, values }: Item<typeof fields>): Promise<Array<Result<To>>> {
	const { json, records } = at;
	const period = periodOf(values.days, at.now);
	const { library, hits, questions, earlier } = await material(records, period);
	const open = questions
		.filter(({ chosen, status }) => chosen === '' && status !== 'answered')
		.map(asHit);
	const found = {
		proposals: learn(open, library.keywords, { ...period, ...rulesOf(values.options) }),
		chosen: questions.filter(({ chosen }) => chosen !== ''),
		...library.audit(hits, period),
	};
	const drafts = draftsFor(found, library.keywords, earlier).map((draft) => ({
		...draft,
		status: 'proposed',
		proposedAt: at.now,
	}));
	const added = await records.add(keywordDrafts, drafts);
	await forgetOld(records, period, values.options.keepDays);
	const fresh = added.filter(({ isNew }) => isNew).map(({ row }) => row);
	const undecided = earlier.filter(({ status }) => status === 'proposed').length + fresh.length;
	const summary = [
		'关键词月度更新',
		coverageText(values.days, found.summary),
		`本次提议：${findingsText(fresh.map(({ kind }) => kind))}`,
		`等待审核：${undecided} 条`,
	].join('\n');
	return [
		...fresh.map((draft): Result<To> => ({ to: 'proposals', json: { ...draft } })),
		{
			to: 'summary',
			json: { ...json, ...found.summary, proposed: fresh.length, undecided, summary },
		},
	];
}

/** Proposes what to change in the library; nothing changes until somebody approves. */
export const propose = allAtOnce({
	option: {
		name: 'Propose',
		value: 'propose',
		action: 'Propose changes of the keyword library',
		description:
			'Renew the library: new keywords and questions for what was not answered, and what is dead, outdated or contradictory. Nothing changes until Approve.',
	},
	outputs: { proposals: 'Proposals', summary: 'Summary' },
	errorsTo: 'summary',
	fields,
	tables: [keywordDrafts, keywords, keywordHits, unanswered],
	executeAll: async (items) => await perAccount(items, proposeFor),
});
