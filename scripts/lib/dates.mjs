import { spawnSync } from 'node:child_process';
import { say } from './process.mjs';

/** Moments that have broken tests and code before, and where the machine stands at that. */
const MOMENTS = [
	{
		name: 'last-evening',
		title: 'a Sunday night, the last of a month and of a year',
		at: '2028-12-31T23:50:00+08:00',
		zone: 'UTC',
	},
	{
		name: 'leap-day',
		title: '29 February, in the hours that are the day before in Europe',
		at: '2028-02-29T00:20:00+08:00',
		zone: 'Europe/Berlin',
	},
	{
		name: 'spring-festival',
		title: 'the week of Spring Festival',
		at: '2027-02-08T10:00:00+08:00',
		zone: 'Asia/Shanghai',
	},
];

/**
 * A suite at other dates, with Debian's `faketime`. Where that is missing it is left out, and it is said;
 * in CI it fails.
 *
 * @param {{ name: string, config: string, args: string[] }} suite
 */
export function atOtherDates({ name: suite, ...jest }) {
	const isThere = spawnSync('faketime', ['--version']).error === undefined;
	if (!isThere && !process.env.CI) {
		say('No other dates are tried: `faketime` is not installed (Debian: apt install faketime)');
		return [];
	}
	return MOMENTS.map(({ name, title, at, zone }) => {
		const seconds = Math.round((Date.parse(at) - Date.now()) / 1_000);
		return {
			title: `the same on ${title}, in ${zone}`,
			name: `${suite}-${name}`,
			...jest,
			before: ['faketime', '-f', `${seconds < 0 ? '' : '+'}${seconds}`],
			// Waiting takes its own time, and files were written when they were.
			env: {
				TZ: zone,
				FAKETIME_DONT_FAKE_MONOTONIC: '1',
				DONT_FAKE_MONOTONIC: '1',
				NO_FAKE_STAT: '1',
			},
		};
	});
}
