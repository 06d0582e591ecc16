import type { UrgentKind } from './kinds';

/** What is urgent, as staff reads it. */
export const URGENT_IN_WORDS: Readonly<Record<UrgentKind, string>> = {
	selfHarm: '可能有轻生或自伤的念头，请马上关心',
	safety: '可能有人受伤、不适，或产品、食品不安全',
	minor: '涉及未成年人',
	money: '钱被多扣、不见了或被骗',
	legal: '要投诉、报警或走法律途径',
	exposure: '要公开曝光',
	deadline: '有时限，来不及等',
};
