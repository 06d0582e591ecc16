import type { TextRule } from '../rule';
import { CLAIM_RULES } from './claims';
import { MONEY_RULES } from './money';
import { PEOPLE_RULES } from './people';
import { PLATFORM_RULES } from './platform';
import { SPREADING_RULES } from './spreading';

/** All rules about words. */
export const TEXT_RULES: TextRule[] = [
	...SPREADING_RULES,
	...PLATFORM_RULES,
	...CLAIM_RULES,
	...MONEY_RULES,
	...PEOPLE_RULES,
];
