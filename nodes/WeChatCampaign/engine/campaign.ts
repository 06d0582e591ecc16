import { dayOf, dayText, startOfDay } from '../../shared/calendar/days';
import { UserInputError } from '../../shared/inputError';
import type { RowOf } from '../../shared/records/table';
import type { campaigns } from '../../shared/records/tables/campaigns';
import { toEpoch } from '../../shared/rows/row';
import type { AudienceChannel, AudienceRules } from '../../shared/segment/audience';
import { channelsOf, EVERYBODY, segmentsOf } from './names';

export type CampaignRow = RowOf<typeof campaigns>;

/** A campaign as its row means it. */
export interface Campaign {
	key: string;
	name: string;
	segments: string[];
	couponSegments: string[];
	row: CampaignRow;
	/** All rules but the moment for which they are asked. */
	rules: Omit<AudienceRules, 'now'>;
}

const DEFAULTS = {
	channels: '客服消息, 订阅通知',
	holdOutPercent: 10,
	maxMessages: 1,
	perDays: 7,
	quietFrom: '21:00',
	quietUntil: '09:00',
};

/** Longer names make keys that no table takes. */
const MOST_KEY_CHARACTERS = 60;

const wrong = (row: CampaignRow, column: string, problem: string, advice: string): UserInputError =>
	new UserInputError(
		`'${column}' of the campaign '${row.key}' ${problem}`,
		`${advice} The campaigns stand in the table that ends with _campaigns.`,
	);

/** Minutes since midnight; 24:00 is 0:00. */
function minuteOf(row: CampaignRow, column: 'quietFrom' | 'quietUntil'): number {
	const text = row[column].trim() || DEFAULTS[column];
	const [, hours, minutes] = /^([01]?\d|2[0-4])[:：]([0-5]\d)$/.exec(text) ?? [];
	const minute = Number(hours) * 60 + Number(minutes);
	if (minute <= 1_440) return minute % 1_440;
	throw wrong(row, column, `is not a time of the day: "${text}"`, 'Use a time as 21:00.');
}

function numberOf(
	row: CampaignRow,
	column: 'holdOutPercent' | 'maxMessages' | 'perDays',
	[least, most]: [number, number],
): number {
	const value = row[column] ?? DEFAULTS[column];
	if (value >= least && value <= most) return value;
	throw wrong(row, column, `is ${value}`, `Use a number from ${least} to ${most}.`);
}

/** Number of a day; undefined when the cell is empty. */
function dayIn(row: CampaignRow, column: 'endsOn' | 'startsOn'): number | undefined {
	const text = row[column].trim();
	if (text === '') return undefined;
	const epoch = toEpoch(text);
	if (epoch !== undefined) return dayOf(epoch);
	throw wrong(row, column, `is not a day: "${text}"`, 'Use a day as 2026-12-01, or nothing.');
}

/** Channels that the campaign names and has something to send by. */
function usableChannels(row: CampaignRow): AudienceChannel[] {
	const { channels, unknown } = channelsOf(row.channels.trim() || DEFAULTS.channels);
	if (unknown.length > 0) {
		const advice = 'Use 客服消息, 订阅通知 and 模板消息.';
		throw wrong(row, 'channels', `names what is no channel: ${unknown.join(', ')}`, advice);
	}
	const contents: Partial<Record<AudienceChannel, string>> = {
		customerServiceMessage: row.text,
		subscriptionNotice: row.noticeTemplateId,
		templateMessage: row.serviceTemplateId,
	};
	const usable = channels.filter((channel) => contents[channel]?.trim());
	if (usable.length > 0) return usable;
	const advice = "Fill in 'text' for customer service messages, or 'noticeTemplateId' for notices.";
	throw wrong(row, 'channels', 'has nothing that could be sent', advice);
}

/** @throws UserInputError that names the column which cannot be used */
export function campaignOf(row: CampaignRow): Campaign {
	if (row.key.length > MOST_KEY_CHARACTERS) {
		throw wrong(row, 'key', 'is too long', `Use at most ${MOST_KEY_CHARACTERS} characters.`);
	}
	return {
		key: row.key,
		name: row.name.trim() || row.key,
		segments: segmentsOf(row.segments),
		couponSegments: segmentsOf(row.couponSegments),
		row,
		rules: {
			campaign: row.key,
			holdOutShare: numberOf(row, 'holdOutPercent', [0, 100]) / 100,
			maxMessages: numberOf(row, 'maxMessages', [1, 100]),
			perDays: numberOf(row, 'perDays', [1, 90]),
			quiet: { from: minuteOf(row, 'quietFrom'), until: minuteOf(row, 'quietUntil') },
			channels: usableChannels(row),
		},
	};
}

/** Whether it is on, and its days have come and are not over. */
export function isRunning(row: CampaignRow, now: number): boolean {
	const today = dayOf(now);
	const hasBegun = today >= (dayIn(row, 'startsOn') ?? today);
	return row.isActive && hasBegun && today <= (dayIn(row, 'endsOn') ?? today);
}

/** Whether the campaign has a coupon for a segment. */
export function givesCoupon({ row, couponSegments }: Campaign, segment: string): boolean {
	const isForAll = couponSegments.length === 0 || couponSegments.includes(EVERYBODY);
	return row.coupon.trim() !== '' && (isForAll || couponSegments.includes(segment));
}

/** Epoch milliseconds from which a coupon that is given now is not taken any more; undefined for ever. */
export function couponEnd({ row }: Campaign, now: number): number | undefined {
	const days = row.couponDays ?? 0;
	// A person reads a day, and means the whole of it.
	return days > 0 ? startOfDay(dayOf(now) + Math.floor(days) + 1) : undefined;
}

/** The last day of a coupon, as it is read: `12 月 24 日`. */
function lastDayText(end: number | null): string {
	if (end === null) return '长期';
	const [, month, day] = dayText(dayOf(end - 1))
		.split('-')
		.map(Number);
	return `${month} 月 ${day} 日`;
}

/** A coupon as a message shows it. `code` is '' where the message has none. */
export interface Coupon {
	code: string;
	/** Epoch milliseconds; null for ever. */
	expiresAt: number | null;
}

/** A text of the campaign with its coupon. */
export const filledText = (text: string, { code, expiresAt }: Coupon): string =>
	text.replaceAll('{couponUntil}', lastDayText(expiresAt)).replaceAll('{coupon}', code);

/** Fields of a template: `thing1=…|thing2=…`, or a line each. */
export function templateFieldsOf(text: string): Record<string, string> {
	const entries = text.split(/[\n|｜]/).map((line): [string, string] => {
		const place = Math.max(line.search(/[=＝]/), 0);
		return [line.slice(0, place).trim(), line.slice(place + 1).trim()];
	});
	return Object.fromEntries(entries.filter(([name]) => name !== ''));
}
