/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';

/**
 * The evaluation sets of test/understanding: texts as followers write them, labelled as a human
 * editor would. They were written apart from the rules they measure; `dev` may be looked at
 * while rules change, `held` only tells afterwards whether a change carries over. Each kind of
 * text was shuffled before it was divided, so that both halves hold the same mixture.
 */
const FOLDER = 'test/understanding';

type Row = { label: string; about: string; text: string };

const table = (file: string): { header: string; rows: string[][] } => {
	const content = readFileSync(`${FOLDER}/${file}.tsv`, 'utf8');
	expect(content.endsWith('\n')).toBe(true);
	const [header = '', ...lines] = content.slice(0, -1).split('\n');
	return { header, rows: lines.map((line) => line.split('\t')) };
};

const half = (set: string, which: 'dev' | 'held', header: string): Row[] => {
	const read = table(`${set}.${which}`);
	expect(read.header).toBe(header);
	for (const row of read.rows) {
		expect(row).toHaveLength(3);
		expect(row.join('\t').length).toBeLessThanOrEqual(300);
	}
	return read.rows.map(([label = '', about = '', text = '']) => ({ label, about, text }));
};

/** Both halves of a set, after the checks that hold for every set. */
const whole = (set: string, header: string, share: [least: number, most: number]): Row[] => {
	const dev = half(set, 'dev', header);
	const held = half(set, 'held', header);
	const heldShare = held.length / (dev.length + held.length);
	expect(heldShare).toBeGreaterThanOrEqual(share[0]);
	expect(heldShare).toBeLessThanOrEqual(share[1]);
	expect([...new Set(held.map((row) => row.label))].sort()).toEqual(
		[...new Set(dev.map((row) => row.label))].sort(),
	);
	return dev.concat(held);
};

const numberOf = (rows: Row[], ...labels: string[]): number =>
	rows.filter((row) => labels.includes(row.label)).length;

const labelsOf = (rows: Row[]): string[] => [...new Set(rows.map((row) => row.label))].sort();

const written = (text: string): string => text.replace(/\s+/g, '');

const repeated = (texts: string[]): string[] =>
	texts.filter((text, index) => texts.indexOf(text) !== index);

describe('texts that moods are measured with', () => {
	const rows = (): Row[] => whole('mood', 'label\tkind\ttext', [0.5, 0.6]);

	it('are many, labelled, and none stands twice', () => {
		const all = rows();
		expect(labelsOf(all)).toEqual(['negative', 'neutral', 'positive']);
		expect(all.length).toBeGreaterThanOrEqual(420);
		expect(numberOf(all, 'positive', 'negative')).toBeGreaterThanOrEqual(330);
		expect(repeated(all.map((row) => written(row.text)))).toEqual([]);
		expect(all.filter((row) => written(row.text) === '')).toEqual([]);
	});

	it('hold every kind, and what a system or a polite question says is neutral', () => {
		const all = rows();
		expect([...new Set(all.map((row) => row.about))].sort()).toEqual([
			'comparison',
			'concession',
			'doubleNegation',
			'faces',
			'irony',
			'news',
			'politeNeutral',
			'quotedWord',
			'rhetorical',
			'slang',
			'systemSentence',
			'timeComparison',
		]);
		const plain = all.filter((row) =>
			['systemSentence', 'politeNeutral', 'news'].includes(row.about),
		);
		expect(labelsOf(plain)).toEqual(['neutral']);
	});
});

describe('texts that answers from a library are measured with', () => {
	it('the library has about forty keywords, each with another wording, a question and a reply', () => {
		const { header, rows } = table('library');
		expect(header).toBe('keyword\tlevel\tvariants\tquestions\treply');
		expect(rows.length).toBeGreaterThanOrEqual(40);
		expect(repeated(rows.map(([keyword = '']) => keyword))).toEqual([]);
		for (const row of rows) {
			expect(row).toHaveLength(5);
			const [, level, variants = '', questions = ''] = row;
			expect(['brand', 'product', 'function']).toContain(level);
			expect(row.every((cell) => cell.trim() !== '' && cell.length <= 300)).toBe(true);
			expect(variants.split('|').concat(questions.split('|'))).not.toContain('');
		}
	});

	it('are many, labelled, none stands twice, and name keywords the library has', () => {
		const keywords = table('library').rows.map(([keyword = '']) => keyword);
		const all = whole('answers', 'label\tkeyword\ttext', [0.5, 0.6]);
		expect(labelsOf(all)).toEqual(['answer', 'leave', 'offer']);
		expect(numberOf(all, 'answer')).toBeGreaterThanOrEqual(130);
		expect(numberOf(all, 'leave')).toBeGreaterThanOrEqual(120);
		expect(numberOf(all, 'offer')).toBeGreaterThanOrEqual(50);
		expect(repeated(all.map((row) => written(row.text)))).toEqual([]);
		for (const { label, about } of all) {
			if (about !== '') expect(keywords).toContain(about);
			if (label === 'answer') expect(about).not.toBe('');
			if (label === 'leave') expect(about).toBe('');
		}
	});
});

describe('texts that commands and answers of an activity are measured with', () => {
	const OPTIONS = ['A', 'B', 'C', 'D', '1', '2', '3', '4'];
	const COMMANDS = '签到 答题 抽奖 参加抽奖 退订 TD 积分 进群 投稿 人工 1 A'.split(' ');
	const rows = (): Row[] => whole('commands', 'label\tcommand\ttext', [0.45, 0.55]);

	it('are many and labelled, and what is no answer names no option', () => {
		const all = rows();
		expect(labelsOf(all)).toEqual(
			['command', 'free', 'notAnswer', ...OPTIONS.map((option) => `answer${option}`)].sort(),
		);
		expect(numberOf(all, 'command')).toBeGreaterThanOrEqual(90);
		expect(numberOf(all, 'free')).toBeGreaterThanOrEqual(70);
		for (const { label, about } of all) {
			if (label === 'command' || label === 'free') expect(COMMANDS).toContain(about);
			else expect(label).toBe(about === '' ? 'notAnswer' : `answer${about}`);
		}
	});

	it('stand once outside an activity and once within one at most', () => {
		const all = rows();
		const isOutside = (row: Row): boolean => row.label === 'command' || row.label === 'free';
		const within = all.filter((row) => !isOutside(row));
		expect(repeated(all.filter(isOutside).map((row) => row.text))).toEqual([]);
		expect(repeated(within.map((row) => row.text))).toEqual([]);
		expect(all.filter((row) => written(row.text) === '')).toEqual([]);
	});
});
