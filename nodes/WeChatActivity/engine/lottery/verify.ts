import type { Published } from './claims';
import { closingDigest, DRAW_VERSION, entriesDigest, isBeaconLater, sortedCodes } from './closing';
import { commitmentTo, draw, type DrawProof, type Place } from './draw';

/** Something that a repeated draw finds different from what was published. */
export interface Difference {
	/** What it is about, in the words of the proof. */
	field: string;
	published: string;
	recomputed: string;
	/** In Chinese, for the proof page. */
	meaning: string;
}

function comparePlaces(field: string, published: Place[], recomputed: Place[]): Difference[] {
	const label = ({ prize, place }: Place) => (prize === '' ? `候补 ${place}` : `${prize} ${place}`);
	const longest = published.length > recomputed.length ? published : recomputed;
	return longest.flatMap((_, position) => {
		const [was, is] = [published[position], recomputed[position]];
		const isSame =
			was && is && was.entry === is.entry && was.prize === is.prize && was.place === is.place;
		if (isSame) return [];
		const named = was ?? is;
		return [
			{
				field: `${field}[${position}]`,
				published: was?.entry ?? '',
				recomputed: is?.entry ?? '',
				meaning: `${named ? label(named) : field} 与重新计算的结果不一致`,
			},
		];
	});
}

/**
 * Repeats a draw from what was published.
 *
 * @param codes the published entry codes
 * @param published what is known apart from the proof; only this shows that the list, the prizes and the seed
 * are those of the closing, and not others that were chosen when the result could be calculated
 * @returns what differs; an empty list when the draw was right
 */
export function verify(proof: DrawProof, codes: string[], published: Published = {}): Difference[] {
	const list = sortedCodes(codes);
	const differences: Difference[] = [];
	const compare = (field: string, was: string, is: string, meaning: string) => {
		if (was !== is) differences.push({ field, published: was, recomputed: is, meaning });
	};
	const { commitment = proof.commitment, closingDigest: digest = proof.closingDigest } = published;
	compare('version', proof.version, DRAW_VERSION, '证明所用的抽奖算法版本不同');
	compare(
		'commitment',
		proof.commitment,
		commitmentTo(proof.seed),
		'种子与承诺值不符，种子被更换过',
	);
	compare('commitment', commitment, proof.commitment, '证明中的承诺值不是开奖前公布的那个');
	compare('entryCount', String(proof.entryCount), String(list.length), '参与人数与名单不符');
	compare('entriesDigest', proof.entriesDigest, entriesDigest(list), '参与名单被增删或修改过');
	compare(
		'closingDigest',
		digest,
		closingDigest(proof),
		'名单、奖品、种子或公共随机数的约定不是截止时公布的那些',
	);
	compare('closingDigest', proof.closingDigest, digest, '证明中的截止摘要不是截止时公布的那个');
	if (!isBeaconLater(proof)) {
		compare('beaconAt', proof.beaconAt, `> ${proof.closedAt}`, '公共随机数在截止前就可能已经知道');
	}
	if ((proof.beaconName === '') !== (proof.beacon === '')) {
		compare('beacon', proof.beacon, proof.beaconName, '公共随机数与截止时的约定不符');
	}
	const repeated = draw(list, proof, proof.seed, proof.beacon);
	return [
		...differences,
		...comparePlaces('winners', proof.winners, repeated.winners),
		...comparePlaces('reserves', proof.reserves, repeated.reserves),
	];
}
