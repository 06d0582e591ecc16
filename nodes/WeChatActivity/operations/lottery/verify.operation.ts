import { claimsOf } from '../../engine/lottery/claims';
import type { DrawProof } from '../../engine/lottery/draw';
import { readEntries, readProof } from '../../engine/lottery/readProof';
import { verify as compare, type Difference } from '../../engine/lottery/verify';
import { json } from '../../fields/json';
import { canvasOperation } from '../../onCanvas/canvasOperation';
import { entryCodes, trimmedText } from './rules';

function replyOf(status: string, proof: DrawProof, differences: Difference[]): string {
	const counts = `${proof.entryCount} 个参与编号，${proof.winners.length} 个中奖编号`;
	if (status === 'valid')
		return `验证通过：${counts}与重新计算的结果一致，名单与截止时公布的一致。`;
	if (status === 'consistent') {
		return `计算一致：${counts}。但没有截止时公布的摘要 K 可以核对，不能说明名单在截止后没有改动。`;
	}
	return ['验证未通过：', ...differences.map(({ meaning }) => `- ${meaning}`)].join('\n');
}

export const verify = canvasOperation({
	option: {
		name: 'Verify',
		value: 'verify',
		action: 'Verify draw',
		description: 'Repeat a draw from what was published and tell what differs',
	},
	fields: {
		proof: json('Proof', {
			required: true,
			placeholder: 'e.g. {{ $json.activity.proof }}',
			description: "The proof that 'Draw' gave, as it was published",
		}),
		closingDigest: trimmedText(
			'Closing Digest',
			"What was published at 'Close' (K). Without it nothing shows that the list was not changed when the result could be calculated.",
		),
		commitment: trimmedText(
			'Commitment',
			'What was published before entries opened. Leave empty to trust the one in the proof.',
		),
		entries: entryCodes('The published list of entry codes. Leave empty if the proof holds it.'),
	},
	begin() {
		return ({ itemIndex, values }) => {
			const where = `Item ${itemIndex + 1}`;
			const proof = readProof(values.proof, where);
			const listed = readEntries(values.entries, where);
			const codes = listed.length > 0 ? listed : proof.entries;
			const closingDigest = values.closingDigest || undefined;
			const commitment = values.commitment || undefined;
			const differences = compare(proof, codes, { closingDigest, commitment });
			const isSame = differences.length === 0;
			const status = !isSame ? 'different' : closingDigest ? 'valid' : 'consistent';
			return {
				activity: {
					activityId: proof.activityId,
					status,
					reply: replyOf(status, proof, differences),
					isValid: status === 'valid',
					differences,
					...claimsOf(proof),
				},
				rows: [],
			};
		};
	},
});
