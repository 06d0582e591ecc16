import { logGamma } from '../../shared/segment/gamma';
import { minimize } from './nelderMead';

/** A history in any unit of time: number of returns, time of the last one and of now after the first. */
export interface Purchases {
	returns: number;
	lastAt: number;
	age: number;
}

/** Parameters of the BG/NBD model and the log-likelihood of the histories under them. */
export interface BgNbd {
	r: number;
	alpha: number;
	a: number;
	b: number;
	logLikelihood: number;
}

type Parameters = Pick<BgNbd, 'r' | 'alpha' | 'a' | 'b'>;

interface Counted extends Purchases {
	count: number;
}

/** Equal histories, once each: most people came once. */
function grouped(histories: Purchases[]): Counted[] {
	const groups = new Map<string, Counted>();
	for (const history of histories) {
		const key = `${history.returns}|${history.lastAt}|${history.age}`;
		const group = groups.get(key) ?? { ...history, count: 0 };
		group.count += 1;
		groups.set(key, group);
	}
	return [...groups.values()];
}

/** Logarithm of the likelihood of one history: Fader, Hardie and Lee (2005), equation 6. */
function logLikelihoodOf({ returns: x, lastAt, age }: Purchases, p: Parameters): number {
	const { r, alpha, a, b } = p;
	const rate = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
	const drop = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
	const stays = -(r + x) * Math.log(alpha + age);
	if (x === 0) return rate + drop + stays;
	const leaves = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + lastAt);
	const larger = Math.max(stays, leaves);
	return rate + drop + larger + Math.log(Math.exp(stays - larger) + Math.exp(leaves - larger));
}

/**
 * Fits the BG/NBD model (Fader, Hardie and Lee 2005: "Counting Your Customers" the Easy Way) by maximum
 * likelihood, with a Nelder-Mead search over the logarithms of the four parameters.
 *
 * @returns undefined when nobody returned: then the data tell nothing
 */
export function fitBgNbd(histories: Purchases[]): BgNbd | undefined {
	if (!histories.some(({ returns }) => returns > 0)) return undefined;
	const groups = grouped(histories);
	const parametersOf = (point: number[]): Parameters => {
		const [r = 1, alpha = 1, a = 1, b = 1] = point.map(Math.exp);
		return { r, alpha, a, b };
	};
	const cost = (point: number[]): number => {
		const parameters = parametersOf(point);
		let sum = 0;
		for (const group of groups) sum -= group.count * logLikelihoodOf(group, parameters);
		return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
	};
	const best = minimize(cost, [0, 0, 0, 0]);
	return { ...parametersOf(best.point), logLikelihood: -best.value };
}

/** Probability that somebody with this history is still there (Fader and Hardie 2008). */
export function probabilityAlive({ returns: x, lastAt, age }: Purchases, p: Parameters): number {
	if (x <= 0) return 1;
	const odds =
		(p.a / (p.b + x - 1)) * Math.exp((p.r + x) * Math.log((p.alpha + age) / (p.alpha + lastAt)));
	return 1 / (1 + odds);
}
