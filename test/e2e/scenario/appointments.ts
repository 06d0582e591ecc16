import { CANVASES } from '../../../scripts/canvases/index';
import type { CanvasNode } from '../../../scripts/canvases/lib/nodes';

/** A schedule of a workflow, as the scenario keeps it. */
export interface Appointment {
	/** In Shanghai, with minutes as parts of an hour. */
	hour: number;
	/** 0 is Sunday; every day when absent. */
	weekday?: number;
	/** Number of the workflow. */
	run: string;
	/** Its trigger, by the name among the nodes of the canvas. */
	trigger: string;
	/** Day of a month. */
	monthDay?: number;
}

/** Whether it falls on a day. */
export const fallsOn = (
	{ weekday, monthDay }: Appointment,
	day: { weekday: number; monthDay: number },
): boolean =>
	(weekday === undefined || weekday === day.weekday) &&
	(monthDay === undefined || monthDay === day.monthDay);

interface Interval {
	field: string;
	triggerAtHour?: number;
	triggerAtMinute?: number;
	triggerAtDay?: number[];
	triggerAtDayOfMonth?: number;
}

const MINUTES_IN_HOUR = 60;
/** Appointments at the same time are kept in the order of the workflows. */
const BETWEEN_HOURS = 0.001;

const intervalOf = ({ parameters }: CanvasNode): Interval =>
	(parameters as unknown as { rule: { interval: [Interval] } }).rule.interval[0];

/** When a schedule is due; undefined for those that look every few minutes, which the scenario keeps by itself. */
function timeOf(node: CanvasNode): Pick<Appointment, 'hour' | 'monthDay' | 'weekday'> | undefined {
	const interval = intervalOf(node);
	const { field, triggerAtHour = 0, triggerAtMinute = 0 } = interval;
	const hour = triggerAtHour + triggerAtMinute / MINUTES_IN_HOUR;
	if (field === 'days') return { hour };
	if (field === 'months') return { hour, monthDay: interval.triggerAtDayOfMonth };
	return field === 'weeks' ? { hour, weekday: interval.triggerAtDay?.[0] } : undefined;
}

/** The schedules of all workflows, as their files have them. */
export const APPOINTMENTS: Appointment[] = CANVASES.flatMap(({ number, nodes }, place) =>
	Object.entries(nodes).flatMap(([trigger, node]) => {
		if (!node.type.endsWith('.scheduleTrigger')) return [];
		const time = timeOf(node);
		return time ? [{ ...time, hour: time.hour + place * BETWEEN_HOURS, run: number, trigger }] : [];
	}),
);
