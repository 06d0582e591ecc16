import { valueText } from './format';
import type { EntryTaps, MenuReport, Move } from './menuReport';

/** More lines nobody reads in a group. */
const MOST_LINES = 10;

/** What a report is about. */
export interface MenuReportHead {
	/** `yyyy-MM-dd`, both included. */
	from: string;
	to: string;
	/** Share of the active followers who tapped; null when nobody was active. */
	clickRate: number | null;
	/** What is aimed at. */
	target: number;
}

const nameOf = ({ name, under }: EntryTaps): string => (under === '' ? name : `${under} › ${name}`);

function lineOf(entry: EntryTaps, position: number, total: number): string {
	const share = valueText((entry.taps ?? 0) / total, 'share');
	return `${position + 1}. ${nameOf(entry)}：${entry.taps} 次，${entry.people} 人，占 ${share}`;
}

const moveText = ({ entry, first }: Move): string =>
	`把“${entry.name}”移到“${entry.under}”的第一个：${entry.taps} 次，现在排第 ${entry.place}，第一个“${first.name}”只有 ${first.taps} 次`;

/** The report as the staff reads it. */
export function menuReportText(report: MenuReport, head: MenuReportHead): string {
	const { entries, others, total, moves, untapped } = report;
	const title = `上周菜单点击（${head.from} 至 ${head.to}）`;
	if (total === 0) return `${title}\n没有人点菜单。`;
	const [rate, target] = [head.clickRate, head.target].map((share) => valueText(share, 'share'));
	const tapped = [...entries, ...others]
		.filter(({ taps }) => (taps ?? 0) > 0)
		.sort((one, other) => (other.taps ?? 0) - (one.taps ?? 0))
		.slice(0, MOST_LINES);
	return [
		title,
		`点击率 ${rate}，目标 ${target}`,
		...tapped.map((entry, position) => lineOf(entry, position, total)),
		...(moves.length > 0 ? ['建议先调整：'] : []),
		...moves.map((move) => `· ${moveText(move)}`),
		...(untapped.length > 0 ? [`没有人点：${untapped.join('、')}，可以换成别的内容。`] : []),
	].join('\n');
}
