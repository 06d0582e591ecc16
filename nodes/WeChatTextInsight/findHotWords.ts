import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { Outputs } from '../shared/engagement/outputs';
import { hotWords } from './engine/hotWords';
import { columnOf, textRows, type TextRow } from './texts';

const DAY_MS = 86_400_000;

/** Words of a field: between white space, commas and the like. */
function wordList(value: unknown): string[] {
	return String(value ?? '')
		.split(/[\s,，、;；]+/)
		.filter((word) => word !== '');
}

interface Period {
	own: TextRow[];
	earlier: TextRow[];
	start?: number;
	end: number;
}

/** Which texts belong to the period, and which are older. Texts after now belong to neither. */
function splitByTime(ctx: IExecuteFunctions, rows: TextRow[]): Period {
	const end = nowOf(ctx, 0);
	const days = Number(ctx.getNodeParameter('periodDays', 0, 7));
	if (days === 0) return { own: rows, earlier: [], end };
	const column = columnOf(ctx, 'timeColumn', 'Time Column');
	const start = end - days * DAY_MS;
	const timed = rows.map((row) => ({ row, at: row.reader.time(column) }));
	return {
		own: timed.filter(({ at }) => at >= start && at <= end).map(({ row }) => row),
		earlier: timed.filter(({ at }) => at < start).map(({ row }) => row),
		start,
		end,
	};
}

/** One row per word, to be stored or shown. */
export function findHotWords(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const options = optionsOf(ctx, 0);
	const { own, earlier, start, end } = splitByTime(ctx, textRows(ctx));
	const isGeneral = ctx.getNodeParameter('compareWith', 0, 'earlier') === 'general';
	const found = hotWords(
		own.map(({ text }) => text),
		isGeneral ? [] : earlier.map(({ text }) => text),
		{
			userWords: wordList(options.userWords),
			ignoredWords: wordList(options.ignoredWords),
			minDocuments: Number(options.minTexts ?? 3),
			limit: Number(options.maxWords ?? 50),
		},
	);
	const periodEnd = new Date(end).toISOString();
	const periodStart = start === undefined ? null : new Date(start).toISOString();
	const outputs = new Outputs(1);
	for (const { word, examples, ...figures } of found) {
		const sources = examples.map(({ source }) => own[source]?.itemIndex ?? 0);
		outputs.add(
			0,
			{
				key: `${(periodStart ?? 'all').slice(0, 10)}|${periodEnd.slice(0, 10)}|${word}`,
				word,
				...figures,
				examples: examples.map(({ text }) => text).join(' | '),
				periodStart,
				periodEnd,
			},
			sources,
		);
	}
	return outputs.toData(ctx);
}
