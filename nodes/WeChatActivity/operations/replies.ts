import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { fill } from '../engine/reply';
import type { Step, Values } from '../engine/step';
import { toStored } from '../engine/row';
import type { Answer } from './operation';
import type { Run } from './run';

/** The ready text for a status, and how it is called at the canvas. */
export interface ReplyText {
	label: string;
	text: string;
}

export type ReplyTexts = Readonly<Record<string, ReplyText>>;

/** The texts a follower gets, to be changed where wanted. */
export function repliesField(texts: ReplyTexts, placeholders: string): INodeProperties {
	const options = Object.entries(texts)
		.map(
			([name, { label, text }]): INodeProperties => ({
				displayName: label,
				name,
				type: 'string',
				typeOptions: { rows: 3 },
				default: text,
			}),
		)
		.sort((left, right) => left.displayName.localeCompare(right.displayName, 'en'));
	return {
		displayName: 'Replies',
		name: 'replies',
		type: 'collection',
		placeholder: 'Change a reply',
		default: {},
		description: `Texts for the follower, with placeholders: ${placeholders}`,
		options,
	};
}

/** Makes the reply to a step from the texts of the node. */
export class Replies {
	private readonly own: IDataObject;

	constructor(
		run: Run,
		private readonly texts: ReplyTexts,
	) {
		this.own = run.ctx.getNodeParameter('replies', 0, {}) as IDataObject;
	}

	/** The texts for some names, filled in, with an empty line between. */
	say(names: string[], values: Values): string {
		return names
			.map((name) => {
				const { label = name, text = '' } = this.texts[name] ?? {};
				return fill(String(this.own[name] ?? text), values, label).trim();
			})
			.filter((text) => text !== '')
			.join('\n\n');
	}
}

/** What the outputs give for a step. */
export function answerOf(
	step: Step,
	ids: { activityId: string; openId?: string },
	reply: string,
	more: IDataObject = {},
): Answer {
	return {
		activity: { ...ids, status: step.status, reply, ...step.values, ...more },
		rows: step.rows.map(toStored),
	};
}
