import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { now } from '../../shared/engagement/fields';
import type { Outputs } from '../../shared/engagement/outputs';
import { plainOperation } from '../../shared/engagement/plainOperation';
import { UserInputError } from '../../shared/inputError';
import {
	collection,
	flag,
	propertiesOfFields,
	text,
	valuesOf,
} from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { inOrder } from '../engine/interactions';
import { digestOf } from '../engine/page/digest';
import { buildPage as htmlOf } from '../engine/page/page';
import { reportOf } from '../engine/page/report';
import { accountName, DEFAULT_TITLE, timeOfPage } from './pageFields';
import { moreRows, SOURCE, sortedRows } from './rows';

const fields = {
	moreRows,
	title: text('Title', { default: DEFAULT_TITLE }),
	options: collection('Options', 'Add option', {
		account: accountName,
		now,
		file: flag(
			'Put Page in File',
			false,
			'Whether to give the page as a file as well, in the binary field data',
		),
	}),
};

async function run(ctx: IExecuteFunctions, outputs: Outputs): Promise<void> {
	const { title, options } = valuesOf(fields, parametersOf(ctx, SOURCE));
	const { interactions, ...rows } = sortedRows(ctx, outputs);
	const report = reportOf(
		{ ...rows, interactions: inOrder(interactions) },
		{
			title,
			account: options.account ?? '',
			madeAt: timeOfPage(options.now ?? Date.now()),
		},
	);
	if (!report) {
		throw new UserInputError(
			'There are no metric rows to show',
			'Put Calculate, or a table with its rows, before this node.',
		);
	}
	const html = htmlOf(report);
	const page: INodeExecutionData = {
		json: { html, text: digestOf(report), from: report.from, to: report.to },
		pairedItem: { item: SOURCE },
	};
	if (options.file) {
		const name = `wechat-report-${report.to}.html`;
		page.binary = {
			data: await ctx.helpers.prepareBinaryData(Buffer.from(html), name, 'text/html'),
		};
	}
	outputs.give(0, page);
}

/** Keeps nothing. *Show Page* does the same with what was collected. */
export const buildPage = plainOperation({
	option: {
		name: 'Build Page',
		value: 'buildPage',
		action: 'Build a report page',
		description: 'Turn metric rows into a page with charts and a short text',
	},
	properties: propertiesOfFields(fields),
	outputs: ['Page'],
	run,
});
