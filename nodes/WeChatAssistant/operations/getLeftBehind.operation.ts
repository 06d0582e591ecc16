import type { IDataObject } from 'n8n-workflow';
import { DAY_MS } from '../../shared/calendar/days';
import { onlyNow } from '../../shared/engagement/fields';
import { integer } from '../../shared/operations/fields';
import { perAccount } from '../../shared/engagement/perAccount';
import { allAtOnce, type Item, type Result } from '../../shared/engagement/recordOperation';
import { prune } from '../../shared/records/prune';
import { assistantQuestions } from '../../shared/records/tables/assistantQuestions';
import { LONGEST_ANSWERING_MS } from '../engine/taking';

const KEPT_DAYS = 400;
const REASON = 'AI 助手没有答完';

const fields = {
	keepDays: integer('Keep Questions (Days)', [7, 3_650], {
		default: KEPT_DAYS,
		description: 'Older questions are removed from the table, a part in each run',
	}),
	options: onlyNow,
};

async function leftBehind({ at, values }: Item<typeof fields>): Promise<Array<Result<'left'>>> {
	const { records, now } = at;
	const rows = await records.read(assistantQuestions, {
		where: { status: 'asked', at: { before: now - LONGEST_ANSWERING_MS } },
	});
	const results: Array<Result<'left'>> = [];
	for (const { key } of rows) {
		const [claimed] = await records.claim(
			assistantQuestions,
			{ key, status: 'asked' },
			{ status: 'person', reason: REASON, answeredAt: now },
		);
		if (!claimed) continue;
		const { openId, question, at: askedAt } = claimed;
		const json: IDataObject = {
			key,
			openId,
			text: question,
			at: new Date(askedAt ?? now).toISOString(),
			reason: REASON,
		};
		results.push({ to: 'left', json });
	}
	await prune(records, assistantQuestions, { at: { before: now - values.keepDays * DAY_MS } });
	return results;
}

/** Questions that a model has not answered, e.g. because n8n was stopped: each once, for a person. */
export const getLeftBehind = allAtOnce({
	option: {
		name: 'Get Left Behind',
		value: 'getLeftBehind',
		action: 'Get questions that were left behind',
		description: 'Questions that the model has not answered within five minutes, each once',
	},
	outputs: { left: 'Left Behind' },
	fields,
	tables: [assistantQuestions],
	executeAll: async (items) => await perAccount(items, leftBehind),
});
