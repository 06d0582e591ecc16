import { HookContext } from 'n8n-core';
import type { IWebhookData } from 'n8n-workflow';
import type { TestAccount } from './account';
import { additionalData, buildWorkflow, toNode } from './engine';

/** What n8n does with the trigger when its workflow is published. @returns whether it may be */
export async function publish(
	{ credentials }: TestAccount,
	parameters: object = {},
): Promise<boolean | undefined> {
	const type = 'weChatOfficialAccountTrigger';
	const node = toNode({ name: 'Trigger', type, parameters: parameters as never });
	const workflow = await buildWorkflow([node]);
	const { data } = additionalData(credentials, workflow, 'trigger');
	const webhook = { webhookDescription: { name: 'default' } } as unknown as IWebhookData;
	const context = new HookContext(workflow, node, data, 'trigger', 'activate', webhook);
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	return await nodeType.webhookMethods?.default?.checkExists?.call(context);
}
