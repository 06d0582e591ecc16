/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Choices } from '../../nodes/shared/commands/choices';
import { Commands } from '../../nodes/shared/commands/commands';
import { wantsNoMore } from '../../nodes/shared/commands/wishes';
import type { SetPart } from './understanding';

/** Choices that no answer of the sets names. */
const CHOICES = new Choices(['春风里', '夏至后', '秋水边', '冬雪前']);
const OPT_OUT = new Set(['退订', 'TD']);

/** Whether a text is understood as somebody has labelled it who had not read the rules. */
function isUnderstood(label: string, command: string, text: string): boolean {
	if (label === 'command' || label === 'free') {
		const isCalled = new Commands([command]).isCalledBy(text);
		const isWish = OPT_OUT.has(command) && wantsNoMore(text);
		return (isCalled || isWish) === (label === 'command');
	}
	const position = CHOICES.find(text);
	if (label === 'notAnswer') return position === undefined;
	return position === ('ABCD'.includes(command) ? 'ABCD'.indexOf(command) : Number(command) - 1);
}

/** Share of texts that are understood as they are labelled, by kind of label, and of `all`. */
export function understoodShares(part: SetPart): Record<string, number> {
	const file = join('test/understanding', `commands.${part}.tsv`);
	const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
	const all = new Map<string, boolean[]>();
	for (const row of rows) {
		const [label = '', command = '', text = ''] = row.split('\t');
		const kind = label.replace(/\w$/, (sign) => (/[A-D\d]/.test(sign) ? '' : sign));
		const isGood = isUnderstood(label, command, text);
		for (const name of [kind, 'all']) all.set(name, [...(all.get(name) ?? []), isGood]);
	}
	return Object.fromEntries(
		[...all].map(([name, list]) => [name, list.filter(Boolean).length / list.length]),
	);
}
