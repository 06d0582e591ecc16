import type { INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { readEntries, readProof } from '../../engine/lottery/readProof';
import { verify as compare } from '../../engine/lottery/verify';
import type { ActivityOperation } from '../operation';
import type { Run } from '../run';

const proofField: INodeProperties = {
	displayName: 'Proof',
	name: 'proof',
	type: 'json',
	default: '{}',
	required: true,
	placeholder: 'e.g. {{ $json.activity.proof }}',
	description: "The proof that 'Draw' gave, as it was published",
};

const entriesField: INodeProperties = {
	displayName: 'Entry Codes',
	name: 'entries',
	type: 'json',
	default: '[]',
	description: 'The published list of entry codes. Leave empty if the proof holds it.',
};

const commitmentField: INodeProperties = {
	displayName: 'Commitment',
	name: 'commitment',
	type: 'string',
	default: '',
	description: 'What was published before the draw. Leave empty to trust the one in the proof.',
};

function parsed(run: Run, name: string, label: string, itemIndex: number): unknown {
	const value: unknown = run.ctx.getNodeParameter(name, itemIndex);
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value === '' ? 'null' : value);
	} catch {
		return new UserInputError(
			`[Item ${itemIndex + 1}] '${label}' is not JSON`,
			'Paste it as it was published, or use an expression.',
		);
	}
}

export const verify: ActivityOperation = {
	option: {
		name: 'Verify',
		value: 'verify',
		action: 'Verify draw',
		description: 'Repeat a draw from what was published and tell what differs',
	},
	properties: [proofField, entriesField, commitmentField],
	begin(run) {
		return (itemIndex) => {
			const where = `Item ${itemIndex + 1}`;
			const proof = readProof(parsed(run, 'proof', 'Proof', itemIndex), where);
			const listed = readEntries(parsed(run, 'entries', 'Entry Codes', itemIndex), where);
			const codes = listed.length > 0 ? listed : proof.entries;
			const commitment = run.text('commitment', 'Commitment', itemIndex) || undefined;
			const differences = compare(proof, codes, commitment);
			const isValid = differences.length === 0;
			const reply = isValid
				? `验证通过：${proof.entryCount} 个参与编号，${proof.winners.length} 个中奖编号与重新计算的结果一致。`
				: ['验证未通过：', ...differences.map(({ meaning }) => `- ${meaning}`)].join('\n');
			return {
				activity: {
					activityId: proof.activityId,
					status: isValid ? 'valid' : 'different',
					reply,
					isValid,
					differences,
				},
				rows: [],
			};
		};
	},
};
