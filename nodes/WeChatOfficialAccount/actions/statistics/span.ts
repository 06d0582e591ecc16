import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { dayWindows } from '../../../shared/calendar/windows';
import { shanghaiDay } from '../../../shared/calendar/shanghaiDay';
import { UserInputError } from '../../../shared/inputError';
import { WeChatApiError } from '../../../shared/transport/errors';
import { isSimplified, simplifyField } from '../../descriptions/fields';
import { post } from '../call';

/** The day is not over, by WeChat's clock. */
const OUT_OF_RANGE = 61501;
/** The statistics of the day are not there yet. */
const NOT_READY = 61503;

/** Which figures, and of which days. */
export function spanFields(kinds: INodePropertyOptions[]): INodeProperties[] {
	const defaultKind = kinds[0]?.value ?? '';
	return [
		{
			displayName: 'Figures',
			name: 'figures',
			type: 'options',
			options: kinds,
			default: defaultKind,
		},
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			default: '',
			description: 'Yesterday, when empty. Days are those of Shanghai.',
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			default: '',
			description: 'Yesterday, when empty. Long spans are read in pieces.',
		},
		simplifyField,
	];
}

/** One flat row: figures that WeChat nests one level deeper move up, lists of details become rows. */
function flatten(row: IDataObject): IDataObject[] {
	const { detail, detail_list: details, ...rest } = row;
	if (Array.isArray(details)) {
		return details.map((entry) => ({ ...rest, ...withoutLists(entry as IDataObject) }));
	}
	return [{ ...rest, ...withoutLists((detail ?? {}) as IDataObject) }];
}

function withoutLists(fields: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => !Array.isArray(value)));
}

/** An error of WeChat in words, where it is about the day asked for. */
function explained(error: unknown, day: string): unknown {
	const errcode = error instanceof WeChatApiError ? error.errcode : undefined;
	if (errcode === OUT_OF_RANGE) {
		return new UserInputError(
			`WeChat has statistics up to yesterday, not of ${day} (error ${OUT_OF_RANGE})`,
			"Choose a day that is over as 'To'.",
		);
	}
	if (errcode === NOT_READY) {
		return new UserInputError(
			`The statistics of ${day} are not ready yet (WeChat error ${NOT_READY})`,
			'Run again after 8:00 in Shanghai, or choose an earlier day.',
		);
	}
	return error;
}

async function readWindow(
	ctx: IExecuteFunctions,
	figures: string,
	window: { begin_date: string; end_date: string },
): Promise<IDataObject[]> {
	try {
		const path = `/datacube/${figures}`;
		const { list = [] } = await post<{ list?: IDataObject[] }>(ctx, path, { ...window }, true);
		return list;
	} catch (error) {
		return await Promise.reject(explained(error, window.end_date));
	}
}

/**
 * The chosen figures of a span, cut into the windows that WeChat gives.
 *
 * @param maxDays most days of one call, by figures
 */
export async function readSpan(
	ctx: IExecuteFunctions,
	itemIndex: number,
	maxDays: Record<string, number>,
): Promise<IDataObject[]> {
	const figures = String(ctx.getNodeParameter('figures', itemIndex));
	const yesterday = shanghaiDay(Date.now(), -1);
	const from = String(ctx.getNodeParameter('from', itemIndex, '') || yesterday);
	const to = String(ctx.getNodeParameter('to', itemIndex, '') || yesterday);
	const rows: IDataObject[] = [];
	for (const window of dayWindows(from, to, maxDays[figures] ?? 1)) {
		for (const row of await readWindow(ctx, figures, window)) rows.push(row);
	}
	return isSimplified(ctx, itemIndex) ? rows.flatMap(flatten) : rows;
}
