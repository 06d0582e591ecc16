import { MINUTE_MS } from '../../shared/calendar/days';
import type { BusinessCalendar } from '../../shared/calendar/businessHours';
import type { CaseClock, Judged } from '../../shared/sla/cases';
import type { Channel, Metric, Status } from '../../shared/sla/types';

/** Chinese words for notices to staff and reports. */
export const METRIC_WORDS: Record<Metric, string> = {
	firstResponse: '首次回复',
	nextResponse: '后续回复',
	resolution: '解决',
};

export const CHANNEL_WORDS: Record<Channel, string> = { chat: '私信', comment: '留言' };

const STATUS_WORDS: Record<Status, string> = {
	onTrack: '正常',
	atRisk: '即将超时',
	breached: '已超时',
	met: '已达标',
	paused: '等待用户',
	cancelled: '已关闭',
};

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 1_440;

/** `1 天 2 小时`, `5 分钟`: the two largest units, from a number of minutes. */
export function durationText(minutes: number): string {
	const whole = Math.max(0, Math.round(minutes));
	const days = Math.floor(whole / MINUTES_OF_DAY);
	const hours = Math.floor((whole % MINUTES_OF_DAY) / MINUTES_OF_HOUR);
	const rest = whole % MINUTES_OF_HOUR;
	const parts = [
		{ number: days, unit: '天' },
		{ number: hours, unit: '小时' },
		{ number: rest, unit: '分钟' },
	].filter(({ number }) => number > 0);
	return parts.length === 0
		? '不到 1 分钟'
		: parts
				.slice(0, 2)
				.map(({ number, unit }) => `${number} ${unit}`)
				.join(' ');
}

/** `11-24 09:30` by the clock of a calendar. */
export function momentText(at: number, calendar: BusinessCalendar): string {
	return calendar.wallTime(at).slice('yyyy-'.length).replace('T', ' ');
}

/** `【已超时】VIP 私信 首次回复 oABC`. */
function headline({ clock, policy }: CaseClock, status: Status): string {
	const { caseId, channel } = clock.trigger;
	return `【${STATUS_WORDS[status]}】${policy.label} ${CHANNEL_WORDS[channel]} ${METRIC_WORDS[clock.metric]} ${caseId}`;
}

function breachText(
	{ clock, verdict }: Judged,
	dueAt: number,
	now: number,
	calendar: BusinessCalendar,
): string {
	const by = `应在 ${momentText(dueAt, calendar)} 前完成`;
	const late = durationText(((clock.end?.at ?? now) - dueAt) / MINUTE_MS);
	if (clock.end) return `${by}，实际 ${momentText(clock.end.at, calendar)}，超时 ${late}`;
	if (verdict.limitedBy === 'policy') return `${by}，已超时 ${late}，请立即处理`;
	const cause = verdict.isWindowUsedUp ? '客服消息条数已用完' : '48 小时回复窗口已关闭';
	return `${by}：${cause}，客服消息发不出去，请改用其他方式联系`;
}

/** What staff should know and do about a clock, ready to send. */
export function noticeOf(judged: Judged, now: number, calendar: BusinessCalendar): string {
	const { clock, verdict } = judged;
	const { dueAt, status, remainingMinutes, limitedBy } = verdict;
	const head = headline(judged, status);
	if (dueAt === undefined) {
		return status === 'paused'
			? `${head}：计时暂停，剩余 ${durationText(remainingMinutes)}工作时间`
			: head;
	}
	if (status === 'breached') return `${head}：${breachText(judged, dueAt, now, calendar)}`;
	const due = momentText(dueAt, calendar);
	if (status === 'met') {
		return `${head}：${momentText(clock.end?.at ?? now, calendar)} 完成，截止 ${due}`;
	}
	const left = `截止 ${due}，剩余 ${durationText(remainingMinutes)}工作时间`;
	const isLastChance = status === 'atRisk' && limitedBy === 'platformWindow';
	return `${head}：${left}${isLastChance ? '，之后微信不再允许发送客服消息' : ''}`;
}
