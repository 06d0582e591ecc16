import { UserInputError } from '../inputError';
import { RowReader, type Row } from '../rows/row';
import { CHANNELS, METRICS, type Channel, type Metric } from './types';

export interface Policy {
	tier: string;
	/** How the tier is called in notices. */
	label: string;
	/** The only channel it is for; absent for all. */
	channel?: Channel;
	/** Minutes of business time; a metric without a target is absent. */
	targets: Partial<Record<Metric, number>>;
}

const MAX_MINUTES = 525_600;
const TIER_SEPARATORS = /[,，、;；|]/;

/** Chinese names of the tiers that the node comes with. */
const LABELS: Record<string, string> = {
	vip: 'VIP',
	negative: '负面',
	question: '咨询',
	other: '其他',
};

const normal = (tier: string): string => tier.trim().toLowerCase();

/** The value of a column that holds one of a few words. */
export function choice<T extends string>(
	reader: RowReader,
	column: string,
	words: readonly T[],
	fallback?: T,
): T {
	const text = reader.text(column, fallback);
	const word = words.find((candidate) => normal(candidate) === normal(text));
	if (word !== undefined) return word;
	throw reader.error(column, `is "${text}"`, `Use one of: ${words.join(', ')}.`);
}

function readPolicy(row: Row, position: number): Policy {
	const reader = new RowReader(row, `Policy ${position + 1}`);
	const tier = reader.text('tier').trim();
	const targets: Policy['targets'] = {};
	for (const metric of METRICS) {
		const minutes = reader.number(metric, { fallback: 0, min: 0 });
		if (minutes > MAX_MINUTES) {
			throw reader.error(metric, `is ${minutes}; a year has ${MAX_MINUTES} minutes`, 'Correct it.');
		}
		if (minutes > 0) targets[metric] = minutes;
	}
	if (Object.keys(targets).length === 0) {
		throw reader.error(
			'firstResponse',
			`is empty, and so are the other targets of the tier "${tier}"`,
			'Enter minutes for at least one of firstResponse, nextResponse and resolution.',
		);
	}
	return {
		tier,
		label: reader.text('label', LABELS[normal(tier)] ?? tier),
		channel: reader.has('channel') ? choice(reader, 'channel', CHANNELS) : undefined,
		targets,
	};
}

/** A row of a table of policies; the other rows that come by the same input are left to their readers. */
export function isPolicyRow(row: Row): boolean {
	return !('kind' in row) && METRICS.some((metric) => metric in row);
}

/** The policies of an account in their order: the first that matches counts. */
export class PolicyBook {
	private readonly found = new Map<string, Policy | undefined>();

	constructor(readonly policies: Policy[]) {}

	/**
	 * @param rows `{ tier, firstResponse, nextResponse, resolution, channel?, label? }`, targets in minutes
	 * @throws UserInputError naming the policy and the column
	 */
	static fromRows(rows: Row[]): PolicyBook {
		if (rows.length === 0) {
			throw new UserInputError("'Policies' are empty", 'Add a policy with a tier and its targets.');
		}
		const policies = rows.map(readPolicy);
		const ids = policies.map(({ tier, channel = '' }) => `${channel} ${normal(tier)}`);
		const double = ids.findIndex((id, position) => ids.indexOf(id) < position);
		if (double >= 0) {
			throw new UserInputError(
				`[Policy ${double + 1}] 'tier' is "${policies[double]?.tier}", which has a policy already`,
				'Keep one policy per tier, or give each of them its own channel.',
			);
		}
		return new PolicyBook(policies);
	}

	/** @param tiers a tier, or several separated by commas; the order of the policies decides */
	find(tiers: string, channel: Channel): Policy | undefined {
		const id = `${channel} ${tiers}`;
		if (this.found.has(id)) return this.found.get(id);
		const names = new Set(tiers.split(TIER_SEPARATORS).map(normal));
		const policy = this.policies.find(
			(candidate) =>
				names.has(normal(candidate.tier)) && (candidate.channel ?? channel) === channel,
		);
		this.found.set(id, policy);
		return policy;
	}

	/** What to do about a tier that no policy is for. */
	advice(): string {
		const tiers = [...new Set(this.policies.map(({ tier }) => tier))].join(', ');
		return `Add a policy for it, or use a tier that has one: ${tiers}.`;
	}
}

/**
 * The tier that a row names; empty when it names none.
 *
 * @throws UserInputError when no policy is for it
 */
export function tierOf(reader: RowReader, channel: Channel, policies: PolicyBook): string {
	const tier = reader.text('tier', '').trim();
	if (tier === '' || policies.find(tier, channel)) return tier;
	throw reader.error('tier', `is "${tier}", for which there is no policy`, policies.advice());
}
