/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { readLibrary } from '../../nodes/WeChatKeywordRouter/engine/library';
import { Router } from '../../nodes/WeChatKeywordRouter/engine/router';
import type { SetPart } from './understanding';

function rowsOf(path: string): Array<Record<string, string>> {
	const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
	const names = head.split('\t');
	return lines.map((line) => {
		const cells = line.split('\t');
		return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']));
	});
}

/** What became of the texts of a label. */
export interface Counts {
	texts: number;
	/** Answered, with the keyword that was expected or, where none was, with any. */
	answered: number;
	/** Answered with another keyword. */
	wrong: number;
	offered: number;
	left: number;
}

/** Routes a part of the set of answers (test/understanding) with its library. Figures only: held texts are read by nobody. */
export function countAnswers(part: SetPart): Record<'answer' | 'leave' | 'offer', Counts> {
	const router = new Router(readLibrary(rowsOf('test/understanding/library.tsv')));
	const none = (): Counts => ({ texts: 0, answered: 0, wrong: 0, offered: 0, left: 0 });
	const counts = { answer: none(), leave: none(), offer: none() };
	for (const { label, keyword, text = '' } of rowsOf(`test/understanding/answers.${part}.tsv`)) {
		if (label !== 'answer' && label !== 'leave' && label !== 'offer') continue;
		const count = counts[label];
		const outcome = router.route({ text, at: 0 });
		const wantsPerson = keyword === '人工';
		count.texts++;
		if (outcome.status === 'matched') {
			const isRight = label !== 'answer' || outcome.best.keyword.keyword === keyword;
			if (isRight) count.answered++;
			else count.wrong++;
		} else if (outcome.status === 'candidates') count.offered++;
		else if (wantsPerson && outcome.why === 'askedForPerson') count.answered++;
		else count.left++;
	}
	return counts;
}
