import {
	commitmentTo,
	draw,
	DRAW_VERSION,
	entriesDigest,
	sortedCodes,
	type DrawProof,
	type Place,
} from './draw';

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
 * @param commitment what was published before the draw, when it is known apart from the proof
 * @returns what differs; an empty list when the draw was right
 */
export function verify(proof: DrawProof, codes: string[], commitment?: string): Difference[] {
	const list = sortedCodes(codes);
	const differences: Difference[] = [];
	const compare = (field: string, published: string, recomputed: string, meaning: string) => {
		if (published !== recomputed) differences.push({ field, published, recomputed, meaning });
	};
	compare('version', proof.version, DRAW_VERSION, '证明所用的抽奖算法版本不同');
	compare(
		'commitment',
		proof.commitment,
		commitmentTo(proof.seed),
		'种子与承诺值不符，种子被更换过',
	);
	if (commitment !== undefined) {
		compare('commitment', commitment, proof.commitment, '证明中的承诺值不是开奖前公布的那个');
	}
	compare('entryCount', String(proof.entryCount), String(list.length), '参与人数与名单不符');
	compare('entriesDigest', proof.entriesDigest, entriesDigest(list), '参与名单被增删或修改过');
	const { activityId, seed, beacon, prizes } = proof;
	const repeated = draw(list, {
		activityId,
		seed,
		beacon,
		prizes,
		reserves: proof.reserves.length,
	});
	return [
		...differences,
		...comparePlaces('winners', proof.winners, repeated.winners),
		...comparePlaces('reserves', proof.reserves, repeated.reserves),
	];
}
