/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';

/** A text of an evaluation set, with what a sensible editor of the account would say of it. */
export interface SetText {
	label: string;
	/** What it is a case of: a kind of the label, for compliance the rule that is broken. */
	kind: string;
	text: string;
}

export type SetPart = 'dev' | 'held';

/** The sets, their labels, and the kinds that each label has. */
export const SETS = {
	urgent: {
		urgent: [
			'selfHarm',
			'injury',
			'foodSafety',
			'money',
			'threat',
			'legal',
			'minor',
			'deadline',
			'safety',
		],
		harmless: ['harmless'],
	},
	compliance: {
		breach: [
			'induceShare',
			'induceFollow',
			'induceInteract',
			'superlative',
			'medical',
			'minors',
			'prizeLimit',
			'privacy',
			'finance',
			'gambling',
		],
		fine: ['fine'],
	},
	contacts: {
		found: ['contact', 'abuse', 'adult', 'fraud'],
		none: ['none'],
	},
} satisfies Record<string, Record<string, string[]>>;

export type SetName = keyof typeof SETS;

/** Where the table of a part lies, from the root of the repository. */
export function setPath(name: SetName, part: SetPart): string {
	return `test/understanding/${name}.${part}.tsv`;
}

/**
 * Reads a part of an evaluation set (test/understanding/README.md says how they were written).
 *
 * Held parts are for judging only: they give figures, never cases. Nobody who writes or changes rules, word
 * lists, weights or models reads them or prints their texts; what is wrong is looked for in the dev parts.
 */
export function readSet(name: SetName, part: SetPart): SetText[] {
	return readFileSync(setPath(name, part), 'utf8')
		.split('\n')
		.slice(1)
		.filter((line) => line !== '')
		.map((line) => {
			const [label = '', kind = '', text = ''] = line.split('\t');
			return { label, kind, text };
		});
}
