import { defineTable } from '../table';

/** Metrics that were far from usual; `key` is `alert` and what it is about. Each is told once. */
export const metricAlerts = defineTable({
	name: 'metric_alerts',
	holds: 'metrics that were far from usual, each told once',
	columns: {
		metric: 'text',
		label: 'text',
		/** `yyyy-MM-dd` */
		date: 'text',
		value: 'number',
		expected: 'number',
		z: 'number',
		severity: 'text',
		message: 'text',
		foundAt: 'time',
		isTold: 'flag',
	},
	indexes: [['isTold'], ['date']],
});
