import type { TriggerPanelDefinition } from 'n8n-workflow';

const SAMPLES =
	'https://github.com/n8n-nodes-wechat-engagement/n8n-nodes-wechat-engagement/blob/main/docs/messages.md';

const BUILDING = `<b>To build without touching the account</b>, choose "set mock data" on the right and paste one of the <a href="${SAMPLES}" target="_blank">sample messages</a>.<br/><br/><b>To listen for a real message</b>, press the button above first, then enter the <b>test URL</b> as server URL on the WeChat Developer Platform (WeChat checks it at once) and write to the account. While the production URL is entered there, nothing arrives here.`;

/** What the editor shows beside the trigger before anything has arrived. */
export const TRIGGER_PANEL: TriggerPanelDefinition = {
	header: 'Receive a message from WeChat',
	executionsHelp: {
		inactive: `${BUILDING}<br/><br/><b>When you are done</b>, publish the workflow and enter its <b>production URL</b>. What arrives then is in the <a data-key="executions">executions list</a>, not here.`,
		active: `This workflow is published: what arrives at its <b>production URL</b> is in the <a data-key="executions">executions list</a>, not here.<br/><br/>${BUILDING}`,
	},
	activationHint: {
		inactive:
			'Once it works, publish the workflow and enter its production URL on the WeChat Developer Platform.',
		active: 'Enter the production URL on the WeChat Developer Platform. One account has one.',
	},
};
