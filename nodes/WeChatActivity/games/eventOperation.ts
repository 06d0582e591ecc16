import type { IDataObject } from 'n8n-workflow';
import {
	itemwise,
	type At,
	type RecordOperation,
	type Result,
} from '../../shared/engagement/recordOperation';
import { valuesOf, type Field, type Fields, type ValuesOf } from '../../shared/operations/fields';
import { isOnCanvas } from '../../shared/records/keepIn';
import type { Table } from '../../shared/records/table';
import type { Book } from '../engine/book';
import type { ActivityKind } from '../engine/compliance/plan';
import type { ActivityEvent, Step } from '../engine/step';
import { activityId } from '../fields/activityId';
import { eventField, eventOf } from '../fields/event';
import { repliesField, type ReplyTexts } from '../fields/replies';
import { stepItem } from '../items/step';
import { inOneOutput } from '../onCanvas/inOneOutput';
import { knownRowsForItems } from '../onCanvas/knownRows';
import { gameOf, type Game } from '../records/gameRounds';
import { takeTurn, takeTurnOnCanvas, type Turn } from '../records/ledger';
import { gameFields, onLedger } from './gameFields';
import type { GameOutput } from './outputs';

/** One event of a person, with the fields of the operation. */
export interface EventContext<Values> {
	at: At;
	activityId: string;
	/** The game that the ID means. */
	game: Game;
	event: ActivityEvent;
	values: Values;
	/** Whether known rows are items on the canvas, which then decides what is for the game. */
	isOnCanvas: boolean;
}

type MaybeLater<Value> = Promise<Value> | Value;

interface EventOperation<F extends Fields, Outcome extends Step> {
	option: RecordOperation['option'];
	fields: F;
	texts: ReplyTexts;
	/** Names of what may stand in the texts. */
	placeholders: string;
	/** Those of a game, or one for everything. */
	outputs: Readonly<Record<string, string>>;
	/** *Activity ID*, where it is another one than usual. */
	activityId?: Field<string>;
	/** What its plans are called, where it can be planned: then *Activity ID* may name a plan, or be empty. */
	plannedAs?: ActivityKind;
	/** Tables besides the ledger. */
	tables?: readonly Table[];
	/** Gives the engine that takes the event; undefined for what is not for this game. */
	step(context: EventContext<ValuesOf<F>>): MaybeLater<((book: Book) => Outcome) | undefined>;
	/** Names of the texts that make the reply; by default the one of the status. */
	speech?(step: Outcome): string[];
	/** Further results. */
	more?(turn: Turn<Outcome>): IDataObject;
	/** Whether an event that was taken is for this game; by default it is. */
	isHandled?(step: Outcome): boolean;
	/** Whether something is over with this event. */
	isFinished?(step: Outcome): boolean;
	/** Whether what is over goes by that output only: what comes there adds to the one reply that WeChat takes. */
	endsApart?: boolean;
	/** Whether a person has to look at once. */
	isAlarming?(step: Outcome): boolean;
}

/**
 * A game that takes one event of one person after the other: a message, a tap on the menu, a row of a form. Each
 * item sees the rows of those before.
 */
export function eventOperation<F extends Fields, Outcome extends Step>(
	game: EventOperation<F, Outcome>,
): RecordOperation {
	const { option, outputs, plannedAs, step, speech, more } = game;
	const { isHandled, isFinished, isAlarming } = game;
	const common = {
		activityId: game.activityId ?? activityId,
		rows: knownRowsForItems,
		event: eventField,
		replies: repliesField(game.texts, game.placeholders),
	};
	const operation = itemwise<Fields, string>({
		option,
		outputs,
		fields: gameFields(game.fields, common),
		...onLedger(game.tables),
		execute: async (at) => {
			const { ctx, json, itemIndex, now, from, records } = at;
			const given = valuesOf(common, from);
			const event = eventOf({ json, given: given.event, itemIndex, now });
			const values = valuesOf(game.fields, from);
			const onCanvas = isOnCanvas(ctx);
			const meant =
				plannedAs && !onCanvas
					? await gameOf(records, given.activityId, plannedAs)
					: { activityId: given.activityId, isPlanned: false };
			const id = meant.activityId;
			const context = { at, activityId: id, game: meant, event, values, isOnCanvas: onCanvas };
			const decide = await step(context);
			if (!decide) return [{ to: 'ignored', json: { ...json } }];
			const say = given.replies;
			const scope = { activityId: id, openId: event.openId };
			// The reply comes before the row: a text that cannot be filled in leaves no half-done item behind.
			const spoken = (book: Book) => {
				const taken = decide(book);
				return { ...taken, said: say(speech?.(taken) ?? [taken.status], taken.values) };
			};
			const turn = await (onCanvas ? takeTurnOnCanvas : takeTurn)(records, scope, spoken);
			const answer = stepItem(json, turn.step, scope, turn.step.said, more?.(turn));
			const reply: Result<GameOutput> = {
				to: isHandled?.(turn.step) === false ? 'ignored' : 'reply',
				json: answer,
			};
			const alarm = isAlarming?.(turn.step) ? [{ to: 'alarm', json: answer }] : [];
			if (onCanvas || !isFinished?.(turn.step)) return [reply, ...alarm];
			const end: Result<GameOutput> = { to: 'finished', json: answer };
			return game.endsApart ? [end] : [reply, end];
		},
	});
	return inOneOutput(operation);
}
