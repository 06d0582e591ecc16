import type { IDataObject, IExecuteFunctions, INodePropertyOptions } from 'n8n-workflow';
import {
	dayWindows,
	lastCompleteDay,
	type DayWindow,
	type Step,
} from '../../../shared/calendar/windows';
import { shanghaiDay } from '../../../shared/calendar/shanghaiDay';
import { UserInputError } from '../../../shared/inputError';
import { choice, type Field } from '../../../shared/operations/fields';
import { optionalMoment } from '../../../shared/operations/time';
import { WeChatApiError } from '../../../shared/transport/errors';
import { simplify } from '../../descriptions/common';
import { post } from '../call';
import { flatten, type Part } from '../../../shared/statistics/rows';

/** The day is not over, by WeChat's clock, or the span is too long. */
const OUT_OF_RANGE = 61501;
/** The statistics of the day are not there yet. */
const NOT_READY = 61503;

/** Figures of an endpoint of the statistics: its name, and what it takes in one call. */
export interface Figures extends INodePropertyOptions {
	value: string;
	step: Step;
	/** `yyyy-MM-dd`; before it WeChat has none. */
	since?: string;
}

/** Which figures, and of which days. */
export const spanFields = (figures: Figures[]) => ({
	figures: whichOf(figures),
	from: optionalMoment('From', {
		description:
			'Yesterday, when empty, or the last week or month that is over. Days are those of Shanghai.',
	}),
	to: optionalMoment('To', {
		description: 'Yesterday, when empty. Long spans are read in pieces.',
	}),
	simplify,
});

function whichOf(figures: Figures[]): Field<string> {
	const options = figures.map(({ name, value }) => ({ name, value }));
	return choice('Figures', options, options[0]?.value ?? '');
}

/** The endpoints of figures, as an operation declares them. */
export const endpointsOf = (figures: Figures[]): string[] =>
	figures.map(({ value }) => `POST /datacube/${value}`);

/** How much a call of each endpoint takes, for the documentation. */
export const limitsOf = (figures: Figures[]): string =>
	figures
		.map(({ value, step }) => `${value} ${typeof step === 'number' ? `${step} days` : `1 ${step}`}`)
		.join('; ')
		.concat(' per call')
		.replace(/\b1 days/g, '1 day');

/** An error of WeChat in words, where it is about the days asked for. */
function explained(error: unknown, { begin_date: begin, end_date: end }: DayWindow): unknown {
	const errcode = error instanceof WeChatApiError ? error.errcode : undefined;
	if (errcode === OUT_OF_RANGE) {
		return end >= shanghaiDay(Date.now())
			? new UserInputError(
					`WeChat has statistics up to yesterday, not of ${end} (error ${OUT_OF_RANGE})`,
					"Choose a day that is over as 'To'.",
				)
			: new UserInputError(
					`WeChat does not give the statistics of ${begin} to ${end} (error ${OUT_OF_RANGE})`,
					"The days may be too many for one call, or too long ago. Choose a later 'From' or an earlier 'To'.",
				);
	}
	if (errcode === NOT_READY) {
		return new UserInputError(
			`The statistics of ${end} are not ready yet (WeChat error ${NOT_READY})`,
			'Run again after 8:00 in Shanghai, or choose an earlier day.',
		);
	}
	return error;
}

async function readWindow(
	ctx: IExecuteFunctions,
	figures: string,
	window: DayWindow,
): Promise<IDataObject[]> {
	try {
		const path = `/datacube/${figures}`;
		const { list = [] } = await post<{ list?: IDataObject[] }>(ctx, path, { ...window }, true);
		return list;
	} catch (error) {
		return await Promise.reject(explained(error, window));
	}
}

/** What is asked for. */
export interface Span {
	figures: string;
	/** Epoch milliseconds. */
	from: number | undefined;
	to: number | undefined;
	simplify: boolean;
}

function windowsOf({ from, to }: Span, { name, step, since = '' }: Figures): DayWindow[] {
	const latest = lastCompleteDay(Date.now(), step);
	const dayOf = (at: number | undefined) => (at === undefined ? latest : shanghaiDay(at));
	const first = dayOf(from);
	// Figures of a week or month that is not over would be wrong; those of a day WeChat refuses itself.
	const isOpen = typeof step !== 'number' && dayOf(to) > latest && first <= latest;
	const last = isOpen ? latest : dayOf(to);
	if (last < since) {
		throw new UserInputError(
			`WeChat has these figures (${name}) from ${since} on`,
			`Choose ${since} or a later day as 'To'.`,
		);
	}
	const begin = first <= last && first < since ? since : first;
	return dayWindows(begin, last, step);
}

/**
 * The chosen figures of a span, cut into the windows that WeChat gives.
 *
 * @param known the figures to choose from
 * @param part what one simplified result stands for
 */
export async function readSpan(
	ctx: IExecuteFunctions,
	span: Span,
	known: Figures[],
	part: Part = 'whole',
): Promise<IDataObject[]> {
	const figures = known.find(({ value }) => value === span.figures);
	if (!figures) return [];
	const rows: IDataObject[] = [];
	for (const window of windowsOf(span, figures)) {
		for (const row of await readWindow(ctx, figures.value, window)) rows.push(row);
	}
	return span.simplify ? rows.flatMap((row) => flatten(row, part)) : rows;
}
