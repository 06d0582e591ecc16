import { filterBy, isTrue } from '../lib/nodes.mjs';
import { SHANGHAI_CODE, ago } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';

/** How long a winner may give an address, as the rules of the activity say; a reserve from the notice on. */
const DAYS_TO_CLAIM = 15;

/** Reminding the staff for ever would teach it not to look. */
const DAYS_REMINDED = 60;

/**
 * Tells the staff which prizes nobody has claimed in time. Whether an address has been given is known to a
 * person only, so a person decides; a reserve who becomes `pending` is told by the next run.
 */
export function remindOfOverdue(w, store, { from, output, line }) {
	const section = w.section(
		`## 11. 逾期未领\n开奖满 ${DAYS_TO_CLAIM} 天还没标成已领的奖，每周一提醒员工：是已领、放弃，还是由候补替补，由人决定。`,
		{ line },
	);
	const overdue = section.put(
		'Prizes of long ago',
		store.get('wechat_winners', [
			['at', 'lt', ago('days', DAYS_TO_CLAIM)],
			['at', 'gt', ago('days', DAYS_REMINDED)],
		]),
		0,
	);
	const open = section.put(
		'Nobody has claimed it',
		filterBy(
			isTrue(
				`['pending', 'sending', 'sent', 'unreachable', 'asked'].includes($json.status) && (!$json.notifiedAt || new Date($json.notifiedAt).getTime() < ${SHANGHAI_CODE}.minus({ days: ${DAYS_TO_CLAIM} }).toMillis())`,
			),
		),
		1,
	);
	const rowsOf = (node) => `$('${node}').all().map(({ json }) => json)`;
	const tell = section.put(
		'Remind staff of overdue prizes',
		notifyStaff(`(() => {
	const reserves = ${rowsOf(overdue)}.filter(({ status }) => status === 'reserve');
	const lines = ${rowsOf(open)}.map(({ activityId, entry, prize }, place, all) => {
		const before = all.slice(0, place).filter((each) => each.activityId === activityId).length;
		const next = reserves.filter((each) => each.activityId === activityId).sort((a, b) => a.place - b.place)[before];
		return '· ' + prize + '（参与编号 ' + entry + '），候补：' + (next ? next.entry : '没有');
	});
	return ['【逾期未领奖】' + lines.length + ' 份奖品开奖满 ${DAYS_TO_CLAIM} 天还没有标为已领：', ...lines.slice(0, 15), '在 wechat_winners 表里改：已领的 status 改为 claimed；放弃的改为 lapsed，并把候补那一行的 prize 填上奖品、status 改为 pending，下次运行会通知他。'].join('\\n');
})()`),
		2,
		0,
		{ executeOnce: true },
	);
	w.link(from, overdue, { output }).chain(overdue, open, tell);
}
