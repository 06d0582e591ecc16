/* eslint-disable no-console */
import { urgentIn } from '../../nodes/shared/text/urgent/urgent';
import { countAnswers } from '../harness/answerSets';
import { understoodShares } from '../harness/commandSets';
import { moodFigures, type MoodFigure } from '../harness/moodSet';
import { readSet, type SetPart, type SetText } from '../harness/understanding';
import { complianceFigures, contactFigures } from '../harness/wordingSets';

/*
 * How well texts of followers are understood, on sets that were written apart from the rules
 * (test/understanding/README.md). Only figures are printed: the held parts are for judging.
 */

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function groupedByKind(texts: readonly SetText[]): Map<string, SetText[]> {
	const groups = new Map<string, SetText[]>();
	for (const text of texts) groups.set(text.kind, [...(groups.get(text.kind) ?? []), text]);
	return groups;
}

/** What was looked for before: a list of words, wherever they stand. */
const WORDS_ALONE =
	/紧急|加急|急急急|马上|立刻|尽快|赶紧|急用|着急|在线等|中毒|过敏|住院|医院|急诊|受伤|流血|烫伤|着火|爆炸|冒烟|漏电|报警|110|120|拉肚子|呕吐|起诉|法院|律师|消协|12315|12345|记者|曝光|维权|315|诈骗|盗刷|被盗|多扣|扣款|被骗|不想活|自杀|轻生|想死|割腕/;

/** Urgent texts found, and harmless ones taken for urgent. */
function urgency(part: SetPart): void {
	const rivals: Array<[string, (text: string) => boolean]> = [
		['urgency', (text) => urgentIn(text).length > 0],
		['rival: words alone', (text) => WORDS_ALONE.test(text)],
	];
	for (const [name, isFound] of rivals) {
		const figures = [...groupedByKind(readSet('urgent', part))].map(([kind, texts]) => ({
			kind,
			all: texts.length,
			found: texts.filter(({ text }) => isFound(text)).length,
		}));
		const urgent = figures.filter(({ kind }) => kind !== 'harmless');
		const sum = (of: 'all' | 'found') => urgent.reduce((total, figure) => total + figure[of], 0);
		const harmless = figures.find(({ kind }) => kind === 'harmless');
		console.log(
			`${name}, ${part}: found ${percent(sum('found'), sum('all'))} of ${sum('all')}, false alarms ${percent(harmless?.found ?? 0, harmless?.all ?? 1)} of ${harmless?.all ?? 0}`,
		);
		console.log(`  ${urgent.map(({ kind, all, found }) => `${kind} ${found}/${all}`).join(', ')}`);
	}
}

/** What the library answers, offers and leaves: texts to mend the rules by, and texts that nobody looked at. */
function answers(): void {
	for (const part of ['dev', 'held'] as const) {
		console.log(`Answers, ${part}`);
		for (const [label, counts] of Object.entries(countAnswers(part))) {
			const { texts, answered, wrong, offered, left } = counts;
			console.log(
				`  to ${label}: ${texts} texts, answered ${answered}, with another keyword ${wrong}, offered ${offered}, left ${left}`,
			);
		}
	}
}

/** Moods of hard texts: the sign of the polarity of those with an opinion, and those without one called neutral. */
function mood(part: SetPart): void {
	const told = ({ right, all }: MoodFigure) => `${right}/${all}`;
	const { polar, neutral, kinds, sure } = moodFigures(part);
	console.log(
		`mood, ${part}: polarity ${percent(polar.right, polar.all)} of ${polar.all}, neutral ${percent(neutral.right, neutral.all)} of ${neutral.all}, right where 0.9 or more is stated ${told(sure)}`,
	);
	console.log(`  ${[...kinds].map(([kind, figure]) => `${kind} ${told(figure)}`).join(', ')}`);
}

/** Breaches of wording, and contact data and offers, in all their disguises. */
function wording(part: SetPart): void {
	for (const [name, { found, falseAlarms }] of [
		['compliance', complianceFigures(part)],
		['contacts and offers', contactFigures(part)],
	] as const) {
		console.log(
			`${name}, ${part}: found ${percent(found, 1)}, false alarms ${percent(falseAlarms, 1)}`,
		);
	}
}

/** Commands, free text that holds their words, and answers in games. */
function commands(part: SetPart): void {
	const shares = Object.entries(understoodShares(part));
	console.log(
		`commands, ${part}: ${shares.map(([kind, share]) => `${kind} ${percent(share, 1)}`).join(', ')}`,
	);
}

/** Each part of understanding prints its own figures. */
export function bench(): void {
	urgency('dev');
	urgency('held');
	answers();
	mood('dev');
	mood('held');
	for (const part of ['dev', 'held'] as const) {
		wording(part);
		commands(part);
	}
}
