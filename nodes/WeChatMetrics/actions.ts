import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { WECHAT_TIME_ZONE } from '../shared/constants';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { Outputs } from '../shared/engagement/outputs';
import { UserInputError } from '../shared/inputError';
import { detectAlerts } from './engine/alerts';
import { calculate } from './engine/calculate';
import { factsOf } from './engine/facts';
import { inOrder } from './engine/interactions';
import { churnWarnings } from './engine/layers/deep';
import { digestOf } from './engine/page/digest';
import { buildPage } from './engine/page/page';
import { reportOf } from './engine/page/report';
import { optionNumber, ownKindsOf, wantedOf } from './parameters';
import { sortedRows } from './rows';

export type Operation = 'buildPage' | 'calculate' | 'detectAlerts';

/** All rows that come out stand for all that went in; the first item is named for them. */
const SOURCE = 0;

function runCalculate(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const outputs = new Outputs(2);
	const wanted = wantedOf(ctx);
	const own = ownKindsOf(ctx);
	const dormantAfter = optionNumber(ctx, 'dormantAfter', 'Dormant After', 30, 1);
	const { metrics, ...read } = sortedRows(ctx, outputs);
	const facts = factsOf(read, own, dormantAfter);
	for (const row of calculate(facts, wanted, metrics)) outputs.add(0, { ...row }, SOURCE);
	const latest = wanted.periods.at(-1);
	if (latest && wanted.layers.includes('deep')) {
		for (const row of churnWarnings(facts, latest)) outputs.add(1, { ...row }, SOURCE);
	}
	return outputs.toData(ctx);
}

function runDetectAlerts(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const outputs = new Outputs(1);
	const { metrics } = sortedRows(ctx, outputs);
	const alerts = detectAlerts(metrics, {
		threshold: optionNumber(ctx, 'threshold', 'Threshold', 3.5, 1),
		minSample: optionNumber(ctx, 'minSample', 'Fewest Earlier Values', 4, 2),
		direction: optionsOf(ctx, SOURCE).direction === 'both' ? 'both' : 'worse',
		latest: optionNumber(ctx, 'latest', 'Periods to Check', 1, 1),
	});
	for (const alert of alerts) outputs.add(0, { ...alert }, SOURCE);
	return outputs.toData(ctx);
}

async function runBuildPage(ctx: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs = new Outputs(1);
	const { account, file } = optionsOf(ctx, SOURCE);
	const { metrics, alerts, interactions } = sortedRows(ctx, outputs);
	const report = reportOf(metrics, alerts, inOrder(interactions), {
		title: String(ctx.getNodeParameter('title', SOURCE)),
		account: String(account ?? ''),
		madeAt: DateTime.fromMillis(nowOf(ctx, SOURCE), { zone: WECHAT_TIME_ZONE }).toFormat(
			'yyyy-MM-dd HH:mm',
		),
	});
	if (!report) {
		throw new UserInputError(
			'There are no metric rows to show',
			'Put Calculate, or a table with its rows, before this node.',
		);
	}
	const html = buildPage(report);
	const json: IDataObject = { html, text: digestOf(report), from: report.from, to: report.to };
	const page: INodeExecutionData = { json, pairedItem: { item: SOURCE } };
	if (file === true) {
		const name = `wechat-report-${report.to}.html`;
		page.binary = {
			data: await ctx.helpers.prepareBinaryData(Buffer.from(html), name, 'text/html'),
		};
	}
	return [[page, ...(outputs.toData(ctx)[0] ?? [])]];
}

/** The work of each operation, for all items at once. */
export const ACTIONS: Record<
	Operation,
	(ctx: IExecuteFunctions) => INodeExecutionData[][] | Promise<INodeExecutionData[][]>
> = {
	buildPage: runBuildPage,
	calculate: runCalculate,
	detectAlerts: runDetectAlerts,
};
