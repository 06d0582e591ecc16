import { en } from './en';
import { zh, type Words } from './zh';

/** Languages in which the pages speak to the staff. */
export type PageLanguage = 'en' | 'zh';

/** The words of each language. */
export const WORDS: Readonly<Record<PageLanguage, Words>> = { en, zh };

/** Why something was not sent. */
export type Refusal = keyof Words['refusals'];

/** What was done, as an address says it. */
export type Done = keyof Words['done'];

export type { Words };
