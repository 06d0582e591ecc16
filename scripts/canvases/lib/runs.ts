import { both, type Language, type Words } from './words';

/** Kinds of accounts, by what WeChat lets them do: not verified (all personal ones), verified, verified service. */
export const ACCOUNT_KINDS = ['personal', 'subscription', 'service'] as const;

export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What of a canvas runs on a kind of account. */
export type Runs = 'no' | 'whole' | { readonly without: Words };

export type RunsOn = Readonly<Record<AccountKind, Runs>>;

export const KIND_NAMES: Readonly<Record<AccountKind, Words>> = {
	personal: both('未认证（含个人号）', 'Not verified (all personal accounts)'),
	subscription: both('认证订阅号', 'Verified subscription account'),
	service: both('认证服务号', 'Verified service account'),
};

const WHOLE = both('全部可用', 'all of it');
const NO = both('不能用', 'not at all');
const EVERYWHERE = both('所有公众号都能用。', 'Every account.');

const isWhole = (runs: Runs): boolean => runs === 'whole';

/** What runs on a kind of account, in words. */
export function runsText(runs: Runs, language: Language): string {
	if (runs === 'whole') return WHOLE[language];
	if (runs === 'no') return NO[language];
	return language === 'zh' ? `没有${runs.without.zh}` : `without ${runs.without.en}`;
}

/** Lines for an overview: one where every account will do, otherwise one a kind. */
export function runsLines(runsOn: RunsOn, language: Language): string[] {
	if (ACCOUNT_KINDS.every((kind) => isWhole(runsOn[kind]))) return [EVERYWHERE[language]];
	const colon = language === 'zh' ? '：' : ': ';
	return ACCOUNT_KINDS.map(
		(kind) => `- ${KIND_NAMES[kind][language]}${colon}${runsText(runsOn[kind], language)}`,
	);
}
