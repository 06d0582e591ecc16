import { httpPostJson } from './nodes.mjs';
import { setting } from './settings.mjs';

/**
 * Tells the staff, in the group whose robot the settings name. Without an address, or when the robot does
 * not answer, the flow goes on.
 *
 * @param code JavaScript that gives the text
 * @param everybody whether all members of the group are called (@所有人)
 */
export const notifyStaff = (code, { everybody = false } = {}) => ({
	...httpPostJson(
		setting('staffWebhookUrl'),
		`={{ JSON.stringify({ msgtype: 'text', text: { content: ${code}${everybody ? ", mentioned_list: ['@all']" : ''} } }) }}`,
	),
	onError: 'continueRegularOutput',
});

/**
 * Values of the interaction row for a message of the account, so that limits of WeChat and of the
 * operator can be kept.
 *
 * @param key JavaScript that gives a key; the same message has the same key
 * @param kind `sent` for a customer service message, `noticeSent` for a notice or template message
 */
export const sentRow = ({ key, openId, at, text, kind = 'sent' }) => ({
	key: `={{ 'sent:' + ${key} }}`,
	openId: `={{ ${openId} }}`,
	kind,
	at: `={{ ${at} }}`,
	text: `={{ ${text} }}`,
	auto: true,
});
