import { dayText } from '../../shared/calendar/days';
import { onlyNow } from '../../shared/engagement/fields';
import { itemwise, type Result } from '../../shared/engagement/recordOperation';
import { interactions } from '../../shared/records/tables/interactions';
import { menus } from '../../shared/records/tables/menus';
import { DEFAULT_TARGETS } from '../engine/catalog';
import { inOrder } from '../engine/interactions';
import { DEFAULT_OWN_KINDS, isMenuTap, isOwnAction } from '../engine/kinds';
import { menuReportOf } from '../engine/menuReport';
import { menuReportText } from '../engine/menuReportText';
import { boundsOf, finishedPeriods } from '../engine/period';
import { readRows } from '../engine/readRows';
import { keepMenu, keptMenu } from '../records/menu';
import { interactionRows } from '../records/sources';

const METRIC = 'menuClickRate';
const TARGET = DEFAULT_TARGETS.find(({ metric }) => metric === METRIC)?.value ?? 0;

const OUTPUTS = { entries: 'Entries', summary: 'Summary' };

/** Tells how the menu was used in the last week, and what to move first. */
export const reportMenu = itemwise({
	option: {
		name: 'Report Menu Taps',
		value: 'reportMenu',
		action: 'Report taps on the menu',
		description:
			'Count the taps of the last week by entry of the menu, and tell what to move first; one item for each entry, and all as a text to read',
	},
	outputs: OUTPUTS,
	fields: { options: onlyNow },
	tables: [interactions, menus],
	async execute({ ctx, records, now, json }) {
		const problems = await keepMenu(ctx, records, now);
		const [week] = finishedPeriods('week', 1, now);
		if (!week) return [];
		const { start, end } = boundsOf(week);
		const [menu, happened] = await Promise.all([
			keptMenu(records),
			interactionRows(records, start),
		]);
		const placed = happened.map((row) => ({ row, where: '', itemIndex: 0 }));
		const read = readRows(placed, () => undefined);
		const rows = inOrder(read.interactions).filter(({ at }) => at < end);
		const report = menuReportOf(menu, rows);
		const people = (list: typeof rows) => new Set(list.map(({ openId }) => openId)).size;
		const active = people(rows.filter((row) => isOwnAction(row, DEFAULT_OWN_KINDS)));
		const clickRate = active === 0 ? null : people(rows.filter(isMenuTap)) / active;
		const head = { from: dayText(week.from), to: dayText(week.to), clickRate, target: TARGET };
		const { total, untapped } = report;
		const moves = report.moves.map(({ entry: { name, under }, first }) => ({
			entry: name,
			under,
			before: first.name,
		}));
		const told = problems.length > 0 ? { problems } : {};
		const summary = menuReportText(report, head);
		const entries = [...report.entries, ...report.others].map(
			(entry): Result<keyof typeof OUTPUTS> => ({ to: 'entries', json: { ...entry } }),
		);
		const whole = { ...json, ...head, total, moves, untapped, summary, ...told };
		return [...entries, { to: 'summary', json: whole }];
	},
});
