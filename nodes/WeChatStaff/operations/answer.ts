import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { isTool } from '../../shared/engagement/tool';
import { isRecord } from '../../shared/json';
import { valuesOf } from '../../shared/operations/fields';
import { answeredPage, questionPage, thanksPage } from '../../shared/wait/page';
import { fieldsOf, isAnswer, resumeWith, showPage, textOf } from '../../shared/wait/webhook';
import { askFields, labelsOf } from './askFields';
import type { Decision } from './decision';
import { questionKeyOf } from './keys';
import { itemMark, questionOf } from './question';

/** The item that the node waits with. */
function waitingItem(ctx: IWebhookFunctions): INodeExecutionData {
	const json: unknown = ctx.evaluateExpression('{{ $json }}');
	const binary: unknown = ctx.evaluateExpression('{{ $binary }}');
	const hasFiles = isRecord(binary) && Object.keys(binary).length > 0;
	return {
		json: isRecord(json) ? (json as IDataObject) : {},
		...(hasFiles ? { binary: binary as INodeExecutionData['binary'] } : {}),
		pairedItem: { item: 0 },
	};
}

/** The item with the decision, by the output that belongs to it. An agent reads the first output only. */
function outputsOf(
	ctx: IWebhookFunctions,
	item: INodeExecutionData,
	decision: Decision,
): INodeExecutionData[][] {
	if (isTool(ctx)) return [[{ ...item, json: decision }]];
	const decided = [{ ...item, json: { ...item.json, decision } }];
	const [yes, no] = decision.approved ? [decided, []] : [[], decided];
	return [[], yes, no, []];
}

/**
 * The page behind the link of a question. Looking at it decides nothing: only a button does. The link of a question
 * that is over shows that it is.
 */
export function answerByWebhook(ctx: IWebhookFunctions): IWebhookResponseData {
	const item = waitingItem(ctx);
	const { run, item: mark } = ctx.getQueryData() as IDataObject;
	if (mark !== itemMark(item.json)) return showPage(ctx, answeredPage());
	const values = valuesOf(askFields, { get: (name) => ctx.getNodeParameter(name, null) });
	const { asksReason, details } = values;
	const question = questionOf(values.message);
	const labels = labelsOf(details);
	const { decision: chosen, answer } = fieldsOf(ctx);
	if (!isAnswer(ctx) || (chosen !== 'yes' && chosen !== 'no')) {
		const page = questionPage({
			title: values.title.trim(),
			question,
			buttons: [
				{ value: 'yes', label: labels.yes },
				{ value: 'no', label: labels.no },
			],
			...(asksReason ? { text: { label: '理由（可不填）', isRequired: false } } : {}),
		});
		return showPage(ctx, page);
	}
	const asked = {
		executionId: ctx.getExecutionId(),
		nodeName: ctx.getNode().name,
		runIndex: Number(run),
	};
	const decision: Decision = {
		key: questionKeyOf(asked, item.json, details.key),
		question,
		approved: chosen === 'yes',
		answer: labels[chosen],
		reason: asksReason ? textOf(answer).trim() : '',
		answeredAt: new Date().toISOString(),
	};
	return resumeWith(ctx, thanksPage(decision.answer), outputsOf(ctx, item, decision));
}
