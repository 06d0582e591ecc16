import { DAY_MS, dayOf, dayText } from '../../shared/calendar/days';
import type { RowOf } from '../../shared/records/table';
import type { groupContents } from '../../shared/records/tables/groupContents';
import type { Place } from './places';

export type GroupContent = RowOf<typeof groupContents>;
export type Layer = 'active' | 'new' | 'silent';

/** So long somebody is a new member. */
const NEW_DAYS = 7;

/** Layers as people write them. */
const LAYERS: ReadonlyArray<[Layer, RegExp]> = [
	['new', /^(?:新成员|新|new)$/i],
	['active', /^(?:活跃成员|活跃|active)$/i],
	['silent', /^(?:沉默成员|沉默|silent)$/i],
];
const EVERYBODY = /^(?:全部成员|全部|所有|all|)$/i;

/** A member as contents are chosen for. */
export interface Member {
	openId: string;
	layer: Layer;
	/** Whether a customer service message can be sent now, and is wanted. */
	isReachable: boolean;
}

/** Somebody is new for a week, then active or silent by what was done lately. @param now epoch milliseconds */
export function layerOf(
	{ at, confirmedAt }: Place,
	interactions: number,
	{ least, now }: { least: number; now: number },
): Layer {
	const since = confirmedAt ?? at ?? 0;
	if (now - since < NEW_DAYS * DAY_MS) return 'new';
	return interactions >= least ? 'active' : 'silent';
}

/** Whether a content is for a layer; a word that is no layer is for nobody. */
export function isForLayer({ layer }: GroupContent, of: Layer): boolean {
	const written = layer.trim();
	if (EVERYBODY.test(written)) return true;
	return LAYERS.some(([name, words]) => name === of && words.test(written));
}

const isDated = ({ sendOn }: GroupContent): boolean => sendOn.trim() !== '';

/** What a member gets once: a row that is written anew for another day is another content. */
export const contentKey = ({ key, sendOn }: GroupContent): string =>
	[key, sendOn.trim()].filter((part) => part !== '').join(':');

/** Contents that are due on the day of a moment: those of the day, and those without a day. */
export const dueContents = (contents: readonly GroupContent[], now: number): GroupContent[] =>
	contents.filter(
		({ isActive, sendOn, text }) =>
			isActive && text.trim() !== '' && ['', dayText(dayOf(now))].includes(sendOn.trim()),
	);

/** A content, and whom it is for. */
export interface ContentPlan {
	content: GroupContent;
	reachable: Member[];
	/** Members who cannot be written to: the staff may post it in the group. */
	others: number;
}

export const plansFor = (
	contents: readonly GroupContent[],
	members: readonly Member[],
): ContentPlan[] =>
	contents.map((content) => {
		const meant = members.filter(({ layer }) => isForLayer(content, layer));
		const reachable = meant.filter(({ isReachable }) => isReachable);
		return { content, reachable, others: meant.length - reachable.length };
	});

/** What the staff reads of the contents of the day; '' when there are none. */
export function contentsText(plans: readonly ContentPlan[]): string {
	const dated = plans.filter(({ content }) => isDated(content));
	if (dated.length === 0) return '';
	const parts = dated.map(({ content, reachable, others }) => {
		const count = `公众号发给 ${reachable.length} 人；其余 ${others} 人 48 小时内没有来过，请在群里发一次。`;
		return `【${content.layer.trim() || '全部'}】${content.text}\n${count}`;
	});
	return ['今天的群内容', ...parts].join('\n\n');
}
