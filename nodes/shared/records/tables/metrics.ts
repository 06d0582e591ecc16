import { defineTable } from '../table';

/** Metrics, one row for each metric and period; `key` is `metric:` and both, so that a second run writes the same rows. */
export const metrics = defineTable({
	name: 'metrics',
	holds: 'metrics, one row for each of them and a period',
	columns: {
		metric: 'text',
		/** Of a part of a metric: the hour (`00` to `23`), the channel or the kind; otherwise empty. */
		dimension: 'text',
		label: 'text',
		layer: 'text',
		unit: 'text',
		/** `day`, `week` or `month`. */
		period: 'text',
		/** First and last day, `yyyy-MM-dd`. */
		fromDay: 'text',
		toDay: 'text',
		/** Empty: cannot be known. */
		value: 'number',
		/** Whatever else belongs to it: `previous`, `change`, `target`, `numerator`, `denominator` … */
		data: 'json',
		collectedAt: 'time',
	},
	indexes: [['toDay']],
});
