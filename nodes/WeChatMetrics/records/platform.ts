import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { dayText } from '../../shared/calendar/days';
import { dayWindows, type Step } from '../../shared/calendar/windows';
import { CREDENTIAL_TYPE } from '../../shared/constants';
import { flatten, type Part } from '../../shared/statistics/rows';
import { describeError } from '../../shared/transport/errors';
import { weChatRequest } from '../../shared/transport/request';

/** Figures of WeChat: how many days a call takes (WeChat: datacube), and what of them is kept. */
interface Figures {
	path: string;
	step: Step;
	parts: readonly Part[];
}

const WHOLE: readonly Part[] = ['whole'];

/** What WeChat counts. */
const FIGURES: readonly Figures[] = [
	{ path: 'getusersummary', step: 7, parts: WHOLE },
	{ path: 'getusercumulate', step: 7, parts: WHOLE },
	{ path: 'getupstreammsg', step: 7, parts: WHOLE },
	{ path: 'getbizsummary', step: 30, parts: ['whole', 'channel'] },
	{ path: 'getarticletotaldetail', step: 1, parts: WHOLE },
];

/**
 * Reads and shares by hour and by channel. WeChat no longer maintains these calls, and nothing takes their place:
 * accounts that may not make them any more go without.
 */
const DIVIDED: readonly Figures[] = ['getuserreadhour', 'getusersharehour', 'getusershare'].map(
	(path) => ({ path, step: 1, parts: WHOLE }),
);

/** Days since 1970, both included. */
export interface Days {
	from: number;
	to: number;
}

/** Rows of the statistics, and what could not be read. */
export interface PlatformRows {
	rows: IDataObject[];
	/** In words, one for each reason. */
	problems: string[];
}

/** Whether there is an account to ask for. */
export const hasAccount = (ctx: IExecuteFunctions): boolean =>
	ctx.getNode().credentials?.[CREDENTIAL_TYPE] !== undefined;

/** Figures that were refused for one reason are told together. */
function problemsOf(refused: ReadonlyArray<{ path: string; message: string }>): string[] {
	const byMessage = new Map<string, string[]>();
	for (const { path, message } of refused) {
		byMessage.set(message, [...(byMessage.get(message) ?? []), path]);
	}
	return [...byMessage].map(([message, paths]) => `${paths.join(', ')}: ${message}`);
}

/**
 * The statistics of WeChat for some days. Figures that cannot be read (not ready yet, not open to the account) are
 * told and left out: the others count, and the day is collected again.
 *
 * @param divided the days of which hours and channels are asked for
 */
export async function platformRows(
	ctx: IExecuteFunctions,
	days: Days,
	divided: Days | undefined,
): Promise<PlatformRows> {
	const rows: IDataObject[] = [];
	const refused: Array<{ path: string; message: string }> = [];
	if (!hasAccount(ctx)) return { rows, problems: [] };
	const asked = [
		...FIGURES.map((figures) => ({ ...figures, ...days })),
		...(divided ? DIVIDED.map((figures) => ({ ...figures, ...divided })) : []),
	];
	for (const { path, step, parts, from, to } of asked) {
		try {
			for (const window of dayWindows(dayText(from), dayText(to), step)) {
				const { list = [] } = await weChatRequest<{ list?: IDataObject[] }>(ctx, {
					method: 'POST',
					path: `/datacube/${path}`,
					body: { ...window },
					safe: true,
				});
				const kept = list.flatMap((entry) => parts.flatMap((part) => flatten(entry, part)));
				for (const row of kept) rows.push(row);
			}
		} catch (error) {
			refused.push({ path, message: describeError(error).message });
		}
	}
	return { rows, problems: problemsOf(refused) };
}
