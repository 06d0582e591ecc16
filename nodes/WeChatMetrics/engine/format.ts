import type { Unit } from './catalog';

/** At most one digit after the point, and none that says nothing. */
function short(value: number): string {
	return String(Math.round(value * 10) / 10);
}

/** A number as the Chinese read large ones: in 万 and 亿. */
export function shortNumber(value: number): string {
	const size = Math.abs(value);
	if (size >= 1e16) return value.toExponential(1);
	if (size >= 99_999_950) return `${short(value / 1e8)}亿`;
	if (size >= 10_000) return `${short(value / 1e4)}万`;
	return size >= 100 ? String(Math.round(value)) : short(value);
}

function duration(seconds: number): string {
	if (seconds < 60) return `${short(seconds)} 秒`;
	if (seconds < 3_600) return `${short(seconds / 60)} 分钟`;
	if (seconds < 86_400) return `${short(seconds / 3_600)} 小时`;
	return `${short(seconds / 86_400)} 天`;
}

/** A value of a metric as people read it; `—` for what is not known. */
export function valueText(value: number | null, unit: Unit): string {
	if (value === null) return '—';
	if (unit === 'share') return `${short(value * 100)}%`;
	if (unit === 'seconds') return duration(value);
	return unit === 'days' ? `${short(value)} 天` : shortNumber(value);
}

/** For a change too small to be shown. */
export const UNCHANGED = '持平';

/** A change as people read it: of shares in points, of everything else in percent of before. */
export function changeText(
	value: number | null,
	previous: number | null,
	unit: Unit,
): string | undefined {
	if (value === null || previous === null) return undefined;
	const isShare = unit === 'share';
	if (!isShare && previous === 0) return undefined;
	const change = isShare
		? (value - previous) * 100
		: ((value - previous) / Math.abs(previous)) * 100;
	const size = short(Math.abs(change));
	if (size === '0') return UNCHANGED;
	return `${change > 0 ? '↑' : '↓'} ${shortNumber(Number(size))}${isShare ? ' 个百分点' : '%'}`;
}

/** `11月24日`, or both ends of a span. */
export function dateText(from: string, to = from): string {
	const one = (date: string) => {
		const [, month, day] = date.split('-').map(Number);
		return `${month}月${day}日`;
	};
	return from === to ? one(to) : `${one(from)}–${one(to)}`;
}
