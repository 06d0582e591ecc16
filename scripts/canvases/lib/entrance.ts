import { webhookIdOf, type Canvas } from './canvas';
import type { Value } from './nodes';

const TRIGGER = /\.weChatOfficialAccountTrigger$/;

/**
 * *Forward To* of the workflow whose address WeChat knows: the triggers of others, by addresses that survive an import.
 * What is not published is left out by the trigger itself.
 */
export const forwardTo = (canvases: readonly Canvas[]): Value => ({
	target: canvases.flatMap((canvas) =>
		Object.entries(canvas.nodes)
			.filter(([, { type }]) => TRIGGER.test(type))
			.map(([name, { parameters }]) => ({
				to: `${webhookIdOf(canvas, name)}/wechat`,
				name: canvas.name,
				kinds: parameters.triggerOn ?? [],
				...(canvas.answersEverything ? { isLast: true } : {}),
			})),
	),
});

/** The address of a form of a canvas, for a message that leads to it. */
export const formLink = (file: string, node: string): string =>
	`={{ $execution.resumeUrl.split('/webhook-waiting')[0] }}/form/${webhookIdOf({ file }, node)}`;
