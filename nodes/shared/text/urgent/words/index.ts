import type { Family } from '../kinds';
import { COMMON, COMMON_PATTERNS } from './common';
import { CONTEXT } from './context';
import { deadline } from './deadline';
import { minors } from './minors';
import { money } from './money';
import { food } from './food';
import { hazard } from './hazard';
import { injury } from './injury';
import { selfHarm } from './selfHarm';
import { exposure, legal } from './threats';

/** All that is urgent, and the words that several of them use. */
export const FAMILIES: readonly Family[] = [
	{
		...selfHarm,
		words: { ...COMMON, ...CONTEXT, ...selfHarm.words },
		patterns: COMMON_PATTERNS,
	},
	injury,
	food,
	hazard,
	minors,
	money,
	legal,
	exposure,
	deadline,
];
