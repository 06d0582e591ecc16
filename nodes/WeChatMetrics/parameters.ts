import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { UserInputError } from '../shared/inputError';
import { toEpoch } from '../shared/rows/row';
import { splitList } from '../shared/text/list';
import type { Wanted } from './engine/calculate';
import { definitionOf, LAYERS } from './engine/catalog';
import { DEFAULT_OWN_KINDS, type OwnKinds } from './engine/kinds';
import { customPeriod, finishedPeriods, type Period } from './engine/period';

/** More periods than these are a history of years, and the rows of it belong into a table. */
const MOST_PERIODS = 400;

function dayField(ctx: IExecuteFunctions, name: string, label: string): number {
	const value: unknown = ctx.getNodeParameter(name, 0);
	const epoch = toEpoch(value);
	if (epoch === undefined) {
		throw new UserInputError(
			`'${label}' is not a date: "${String(value)}"`,
			'Enter a date, e.g. 2026-11-24.',
		);
	}
	return epoch;
}

function periodsOf(ctx: IExecuteFunctions): Period[] {
	const now = nowOf(ctx, 0);
	const kind = ctx.getNodeParameter('period', 0) as 'custom' | 'day' | 'month' | 'week';
	if (kind === 'custom') {
		return [customPeriod(dayField(ctx, 'from', 'From'), dayField(ctx, 'to', 'To'), now)];
	}
	const count = Number(ctx.getNodeParameter('periods', 0));
	if (!Number.isInteger(count) || count < 1 || count > MOST_PERIODS) {
		throw new UserInputError(
			`'Periods' is ${count}`,
			`Enter a whole number from 1 to ${MOST_PERIODS}.`,
		);
	}
	return finishedPeriods(kind, count, now);
}

/** Targets as entered, where shares are percent. */
function targetsOf(ctx: IExecuteFunctions): Map<string, number> {
	const entries = ctx.getNodeParameter('targets.target', 0, []) as IDataObject[];
	return new Map(
		entries.map(({ metric, value }, place): [string, number] => {
			const definition = definitionOf(String(metric));
			const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
			if (!definition || !Number.isFinite(number)) {
				throw new UserInputError(
					`'Targets' ${place + 1} ${definition ? 'has no number' : `is for no metric: "${String(metric)}"`}`,
					'Choose a metric and enter a number, of shares in percent.',
				);
			}
			return [definition.id, definition.unit === 'share' ? number / 100 : number];
		}),
	);
}

/** Which periods and layers to calculate, and what to aim at. */
export function wantedOf(ctx: IExecuteFunctions): Wanted {
	const chosen = ctx.getNodeParameter('layers', 0) as string[];
	const layers = LAYERS.map(({ id }) => id).filter((id) => chosen.includes(id));
	if (layers.length === 0) {
		throw new UserInputError("'Layers' is empty", 'Choose at least one layer.');
	}
	return { periods: periodsOf(ctx), layers, targets: targetsOf(ctx) };
}

/** The kinds of rows that count as goals, offers and coupons. */
export function ownKindsOf(ctx: IExecuteFunctions): OwnKinds {
	const options = optionsOf(ctx, 0);
	const kinds = (name: Exclude<keyof OwnKinds, 'goal'>): ReadonlySet<string> => {
		const list = splitList(String(options[`${name}Kinds`] ?? ''));
		return list.length > 0 ? new Set(list) : DEFAULT_OWN_KINDS[name];
	};
	return {
		goal: new Set(splitList(String(ctx.getNodeParameter('goals', 0)))),
		groupOffer: kinds('groupOffer'),
		groupJoin: kinds('groupJoin'),
		couponGiven: kinds('couponGiven'),
		couponUsed: kinds('couponUsed'),
	};
}

/** A number of the options; what is left empty counts as `fallback`. */
export function optionNumber(
	ctx: IExecuteFunctions,
	name: string,
	label: string,
	fallback: number,
	least: number,
): number {
	const value = optionsOf(ctx, 0)[name] ?? fallback;
	const number = Number(value);
	if (!Number.isFinite(number) || number < least) {
		throw new UserInputError(`'${label}' is ${String(value)}`, `Enter ${least} or more.`);
	}
	return number;
}
