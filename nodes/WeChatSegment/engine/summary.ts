import { dayOf, dayText } from '../../shared/calendar/days';
import { migrationOf, NOWHERE } from './migration';
import { SEGMENTS, type Segment } from './segments';

const NAMES: Readonly<Record<string, string>> = {
	highValue: '高价值',
	potential: '潜在',
	dormant: '沉默',
	lost: '流失',
	[NOWHERE]: '新增',
};

/** A segment as staff read it. */
export const segmentText = (segment: string): string => NAMES[segment] ?? segment;

/** Who moved from where to where, the most first; '' for nobody. */
export function movesText(before: Map<string, string>, after: Map<string, string>): string {
	return migrationOf(before, after)
		.filter(({ from, to }) => from !== to && to !== NOWHERE)
		.sort((one, other) => other.count - one.count)
		.map(({ from, to, count }) => `${segmentText(from)}→${segmentText(to)} ${count} 人`)
		.join('，');
}

/** What *Score* tells the staff: how many in each segment, beside the last time, and who moved. */
export function scoredText(
	now: number,
	before: Map<string, string>,
	after: Map<string, Segment>,
	goingSilent: number,
): string {
	const [, month, day] = dayText(dayOf(now)).split('-').map(Number);
	const count = (of: Map<string, string>, segment: Segment): number =>
		[...of.values()].filter((each) => each === segment).length;
	const figures = SEGMENTS.map((segment) => {
		const last = before.size > 0 ? `（上次 ${count(before, segment)}）` : '';
		return `${segmentText(segment)} ${count(after, segment)}${last}`;
	});
	const moves = before.size > 0 ? movesText(before, after) || '无' : '';
	const lines = [
		`【用户分层】${month} 月 ${day} 日，共 ${after.size} 人`,
		figures.join('，'),
		moves && `变动：${moves}`,
		goingSilent > 0 ? `快要沉默的有 ${goingSilent} 人，现在联系还来得及` : '',
	];
	return lines.filter(Boolean).join('\n');
}
