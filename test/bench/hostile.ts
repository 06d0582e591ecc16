/* eslint-disable no-console */
import { fastest, MOST_GROWTH } from '../harness/growth';
import { engines, parsers, parts, type Reader } from '../harness/hostileSubjects';
import { HOSTILE_TEXTS } from '../harness/hostileTexts';

const MEGABYTE = 1_000_000;
/** Most that an engine or a parser may need for a megabyte, in milliseconds. */
const MOST_MS = 100;
/** What costs less, in milliseconds, has no growth that could be measured. */
const MEASURABLE_MS = 2;

interface Figure {
	text: string;
	/** Milliseconds for the larger text. */
	large: number;
	/** The same as a multiple of what a tenth of the text costs; 0 where both are next to nothing. */
	growth: number;
}

function figureOf(read: Reader, name: string, size: number): Figure {
	const make = HOSTILE_TEXTS[name];
	if (!make) throw new Error(`No text ${name}`);
	const [small, large] = [make(size / 10), make(size)];
	let time = fastest(() => read(large), 1);
	if (time < MEASURABLE_MS) return { text: name, large: time, growth: 0 };
	let growth = Number.POSITIVE_INFINITY;
	// Only what looks bad is looked at more closely.
	for (let runs = 2; runs < 8 && (growth > MOST_GROWTH || time > MOST_MS); runs++) {
		time = Math.min(
			time,
			fastest(() => read(large), runs),
		);
		growth = Math.min(growth, time / fastest(() => read(small), runs + 2));
	}
	return { text: name, large: time, growth: time < MEASURABLE_MS ? 0 : growth };
}

interface Group {
	title: string;
	readers: Record<string, Reader>;
	/** Characters of the larger text. */
	size: number;
	/** Most that it may cost, in milliseconds. */
	mostMs: number;
}

const highest = (figures: readonly Figure[], by: 'growth' | 'large'): Figure | undefined =>
	[...figures].sort((a, b) => b[by] - a[by])[0];

/** One line of the table; gives what is too much. */
function judge(subject: string, read: Reader, { size, mostMs }: Group): string[] {
	const figures = Object.keys(HOSTILE_TEXTS).map((name) => figureOf(read, name, size));
	const [slowest, steepest] = [highest(figures, 'large'), highest(figures, 'growth')];
	if (!slowest || !steepest) return [];
	const grown = steepest.growth === 0 ? '–' : steepest.growth.toFixed(1);
	console.log(
		`| ${subject} | ${slowest.large.toFixed(1)} | ${slowest.text} | ${grown} | ${steepest.growth === 0 ? '' : steepest.text} |`,
	);
	return [
		...(slowest.large > mostMs
			? [`${subject}: ${slowest.text}, ${slowest.large.toFixed(0)} ms`]
			: []),
		...(steepest.growth > MOST_GROWTH
			? [`${subject}: ${steepest.text}, ${steepest.growth.toFixed(0)} ×`]
			: []),
	];
}

/**
 * What a megabyte made to be slow costs, and how that grows from a tenth of it. Engines cut what is longer than a
 * message of WeChat; their parts, which meet no more than that, are held to their growth alone.
 */
export function bench(): void {
	const groups: Group[] = [
		{ title: 'Parsers, 1 MB', readers: parsers(), size: MEGABYTE, mostMs: MOST_MS },
		{ title: 'Engines, 1 MB', readers: engines(), size: MEGABYTE, mostMs: MOST_MS },
		{ title: 'Parts of engines, 20 KB', readers: parts(), size: 20_000, mostMs: Infinity },
	];
	const bad = groups.flatMap((group) => {
		console.log(`\n${group.title}\n`);
		console.log('| | ms, slowest text | which | × of a tenth, steepest text | which |');
		console.log('|---|---|---|---|---|');
		return Object.entries(group.readers).flatMap(([name, read]) => judge(name, read, group));
	});
	if (bad.length > 0) throw new Error(`Not reached:\n${bad.join('\n')}`);
	console.log(
		`\nNo more than ${MOST_MS} ms for a megabyte, and no more than ${MOST_GROWTH} × the time for ten times the size.`,
	);
}
