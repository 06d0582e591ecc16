/*
 * `node scripts/data/holidays.mjs`: public holidays of mainland China and the weekend days on which people
 * work instead, by year, from the data of the package chinese-days (MIT), which follows the yearly notices
 * of the State Council. Run it again after a notice, with the new version of that package.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const PACKAGE = dirname(dirname(require.resolve('chinese-days')));
const TARGET = join(
	dirname(fileURLToPath(import.meta.url)),
	'../../nodes/shared/calendar/data/holidays.json',
);

const read = (file) => JSON.parse(readFileSync(join(PACKAGE, file), 'utf8'));
const { name, version, license } = read('package.json');
const { holidays, workdays } = read('dist/chinese-days.json');

const isWeekend = (day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const daysOf = (table) => Object.keys(table).sort();
const inYear = (days, year) =>
	days
		.filter((day) => day.startsWith(`${year}-`))
		.map((day) => day.slice(5))
		.join(' ');

const [off, on] = [daysOf(holidays), daysOf(workdays)];
const years = [...new Set(off.map((day) => Number(day.slice(0, 4))))];

if (on.some((day) => day in holidays)) throw new Error('A day is both a holiday and a workday');
if (!on.every(isWeekend)) throw new Error('A moved workday does not lie on a weekend');
if (years.some((year, position) => position > 0 && year !== years[position - 1] + 1)) {
	throw new Error('A year is missing');
}

const data = {
	source: `${name} ${version} (${license})`,
	years: Object.fromEntries(
		years.map((year) => [year, { holidays: inYear(off, year), workdays: inYear(on, year) }]),
	),
};
writeFileSync(TARGET, `${JSON.stringify(data, null, '\t')}\n`);
