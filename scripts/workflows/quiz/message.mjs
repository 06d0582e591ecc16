import { coreNode } from '../lib/nodes.mjs';

/*
 * What the sections of workflow 06 share: the message that is being answered, and the quiz that is on.
 */
export const TRIGGER = 'When somebody plays';
export const OPEN = 'Open the quiz by hand';
export const LEFT = 'Every minute';
export const MESSAGE = 'Message';
export const QUIZ = 'Quiz';

export const message = `$('${MESSAGE}').first().json`;
export const quiz = `$('${QUIZ}').first().json`;
export const openId = `${message}.wechat.openId`;
export const said = `${message}.Content.trim()`;

/** Code: when the message was sent, by WeChat's clock. */
export const saidAt = `new Date(Number(${message}.CreateTime) * 1000).toISOString()`;

/** Turns the JSON of a column back into the item that it was. */
export const fromColumn = (column) =>
	coreNode('set', 3.4, { mode: 'raw', jsonOutput: `={{ $json.${column} }}`, options: {} });

/** The message as the Activity node takes events; `key` is code. */
export const event = (key) => ({
	openId: `={{ ${openId} }}`,
	key: `={{ ${key} }}`,
	at: `={{ ${message}.CreateTime }}`,
	text: `={{ ${message}.Content }}`,
});
