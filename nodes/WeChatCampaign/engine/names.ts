import type { AudienceChannel } from '../../shared/segment/audience';
import { splitList } from '../../shared/text/list';

/** Stands for every follower among the segments of a campaign. */
export const EVERYBODY = 'everybody';

type Named<Id extends string> = ReadonlyArray<
	readonly [id: Id, chinese: string, ...more: string[]]
>;

const SEGMENT_NAMES: Named<string> = [
	['highValue', '高价值', '高价值用户', 'high-value', 'high_value'],
	['potential', '潜在', '潜力', '潜在用户'],
	['dormant', '沉默', '沉睡', '沉默用户', 'silent'],
	['lost', '流失', '流失用户'],
	[EVERYBODY, '全部', '所有', '所有人', 'all'],
];

const CHANNEL_NAMES: Named<AudienceChannel> = [
	['customerServiceMessage', '客服消息', '客服'],
	['subscriptionNotice', '订阅通知', '通知'],
	['templateMessage', '模板消息', '模板'],
];

const idsByName = <Id extends string>(named: Named<Id>): Map<string, Id> =>
	new Map(
		named.flatMap((names): Array<[string, Id]> => {
			const [id] = names;
			return names.map((name) => [name.toLowerCase(), id]);
		}),
	);

const SEGMENTS = idsByName(SEGMENT_NAMES);
const CHANNELS = idsByName(CHANNEL_NAMES);

/** Names of several words, which parts a list everywhere else. */
const PHRASES =
	/high value|customer[ -]service[ -]message|subscription[ -]notice|template[ -]message/gi;

const namesIn = (text: string): string[] =>
	splitList(text.replace(PHRASES, (phrase) => phrase.replace(/[ -]/g, '')));

/** Segments of a list in Chinese or English; a name that is none of the four is one of the account's own. */
export const segmentsOf = (text: string): string[] => [
	...new Set(namesIn(text).map((name) => SEGMENTS.get(name.toLowerCase()) ?? name)),
];

/** Channels of a list, the preferred one first, and the names that are none. */
export function channelsOf(text: string): { channels: AudienceChannel[]; unknown: string[] } {
	const names = namesIn(text);
	const found = names.map((name) => CHANNELS.get(name.toLowerCase()));
	return {
		channels: [...new Set(found.filter((channel) => channel !== undefined))],
		unknown: names.filter((_, position) => found[position] === undefined),
	};
}

const chineseById = (named: Named<string>): Map<string, string> =>
	new Map(named.map(([id, chinese]) => [id, chinese]));

const TEXTS = chineseById([...SEGMENT_NAMES, ...CHANNEL_NAMES]);

/** A segment or a channel as staff read it. */
export const nameText = (id: string): string => TEXTS.get(id) ?? id;
