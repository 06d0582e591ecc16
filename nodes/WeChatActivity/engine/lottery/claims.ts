import type { Closing } from './closing';

/** What people can know apart from the proof, because it was published before the draw. */
export interface Published {
	/** C, from before entries opened. */
	commitment?: string;
	/** K, from the closing. */
	closingDigest?: string;
}

/**
 * What a proof shows when it verifies against what was published, and what no proof can show. In Chinese, for
 * the proof page.
 */
export function claimsOf({ beaconName }: Pick<Closing, 'beaconName'>): {
	proven: string[];
	unproven: string[];
} {
	const hasBeacon = beaconName !== '';
	const proven = [
		'种子与报名前公布的承诺值 C 相符，没有更换。',
		'参与名单、人数和奖品与截止时公布的摘要 K 相符，截止后没有增删或修改。',
		'中奖编号由以上数据按公开的步骤算出，任何人重算都得到同样的结果；用自己的参与编号可以查到是否在名单上。',
	];
	const unproven = [
		'每个参与编号背后是否都是符合条件的真人，截止前名单是否有遗漏：证明只管截止之后。',
		'C 和 K 是否真的在当时就已公布：请以自己当时看到或保存的为准。',
		'奖品是否已经发放。',
	];
	if (hasBeacon) {
		proven.push(`“${beaconName}”在截止之后才产生，所以截止时没有人能预知结果，主办方也不能。`);
	} else {
		unproven.unshift(
			'没有使用公共随机数：知道种子的人在截止前能算出结果，可以靠增减参与编号来改变它。',
		);
	}
	return { proven, unproven };
}
