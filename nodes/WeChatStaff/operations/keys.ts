import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../shared/json';
import { sentKey } from '../../shared/records/sentRow';

/** A run of a node, as it differs from all others. */
export interface NodeRun {
	executionId: string;
	nodeName: string;
	/** How often the node had run in this execution before, e.g. in a loop. */
	runIndex: number;
}

/** The run that is under way. */
export const nodeRunOf = (ctx: IExecuteFunctions, itemIndex: number): NodeRun => ({
	executionId: ctx.getExecutionId(),
	nodeName: ctx.getNode().name,
	runIndex: ctx.getWorkflowDataProxy(itemIndex).$runIndex,
});

/** Text of a field that may hold anything. */
export const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The key of the follower's message that an item came with; '' without one. */
export const messageKeyOf = ({ wechat }: IDataObject): string =>
	isRecord(wechat) ? trimmed(wechat.dedupeKey) : '';

/** The key of what nothing else identifies: it is sent with each run. */
export const runKeyOf = ({ executionId, nodeName, runIndex }: NodeRun): string =>
	`run:${executionId}:${nodeName}${runIndex === 0 ? '' : `#${runIndex}`}`;

/**
 * What identifies a question. A key of the item counts for the node that asks, so that another one can ask
 * somebody else when nobody has answered.
 *
 * @param given what a person has filled in
 */
export function questionKeyOf(run: NodeRun, json: IDataObject, given: string | undefined): string {
	const own = trimmed(given);
	if (own !== '') return own;
	const ofItem = trimmed(json.noticeKey) || messageKeyOf(json);
	return ofItem === '' ? runKeyOf(run) : `${run.nodeName}:${ofItem}`;
}

/** The key of its row in the table of decisions. */
export const decisionKey = (questionKey: string): string => sentKey(`decision:${questionKey}`);
