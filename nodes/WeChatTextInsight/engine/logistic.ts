/** One text for the learner: which features it has, and how strong each is. */
export interface Example {
	indexes: ArrayLike<number>;
	values: ArrayLike<number>;
	isPositive: boolean;
}

export interface LearnerOptions {
	/** Number of features. */
	width: number;
	/** Strength of the data against the pull to small weights. */
	cost: number;
	/** Passes over the examples. */
	passes?: number;
}

/** Weights of a logistic regression. The last one is the bias. */
export type Weights = Float64Array;

const NEWTON_STEPS = 6;

/** A fixed sequence that looks random: the same examples always give the same weights. */
function sequence(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 0x1_0000_0000;
	};
}

function shuffle(order: Int32Array, random: () => number): void {
	for (let at = order.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		const kept = order[at] ?? 0;
		order[at] = order[other] ?? 0;
		order[other] = kept;
	}
}

/** The dual variable of one example that minimises its part of the dual problem, by Newton's method. */
function solve(start: number, cost: number, slope: number, curvature: number): number {
	let alpha = start <= 0 || start >= cost ? 1e-3 * cost : start;
	const base = slope - curvature * start;
	for (let step = 0; step < NEWTON_STEPS; step++) {
		const gradient = base + curvature * alpha + Math.log(alpha / (cost - alpha));
		let next = alpha - gradient / (curvature + cost / (alpha * (cost - alpha)));
		if (next <= 0) next = alpha * 0.1;
		else if (next >= cost) next = cost - (cost - alpha) * 0.1;
		const isSolved = Math.abs(next - alpha) < 1e-9 * cost;
		alpha = next;
		if (isSolved) break;
	}
	return alpha;
}

/** The score of an example: log-odds of being positive. */
export function scoreOf(weights: Weights, { indexes, values }: Example): number {
	let score = weights[weights.length - 1] ?? 0;
	for (let at = 0; at < indexes.length; at++) {
		score += (weights[indexes[at] ?? 0] ?? 0) * (values[at] ?? 0);
	}
	return score;
}

function add(weights: Weights, { indexes, values }: Example, amount: number): void {
	weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + amount;
	for (let at = 0; at < indexes.length; at++) {
		const index = indexes[at] ?? 0;
		weights[index] = (weights[index] ?? 0) + amount * (values[at] ?? 0);
	}
}

/**
 * Learns a logistic regression with L2 penalty by dual coordinate descent
 * (Yu, Huang, Lin: "Dual coordinate descent methods for logistic regression and maximum entropy models", 2011).
 */
export function learn(examples: Example[], { width, cost, passes = 10 }: LearnerOptions): Weights {
	const weights: Weights = new Float64Array(width + 1);
	const alphas = new Float64Array(examples.length);
	const norms = Float64Array.from(examples, ({ values }) => {
		let norm = 1;
		for (let at = 0; at < values.length; at++) norm += (values[at] ?? 0) ** 2;
		return norm;
	});
	const order = Int32Array.from(examples, (_, position) => position);
	const random = sequence(12_345);
	for (let pass = 0; pass < passes; pass++) {
		shuffle(order, random);
		for (const position of order) {
			const example = examples[position];
			if (!example) continue;
			const sign = example.isPositive ? 1 : -1;
			const before = alphas[position] ?? 0;
			const slope = sign * scoreOf(weights, example);
			const alpha = solve(before, cost, slope, norms[position] ?? 1);
			alphas[position] = alpha;
			add(weights, example, (alpha - before) * sign);
		}
	}
	return weights;
}

/** Turns scores into frequencies: the probability is `1 / (1 + exp(-(slope × score + offset)))`. */
export interface Calibration {
	slope: number;
	offset: number;
}

export function probability(score: number, { slope, offset }: Calibration): number {
	return 1 / (1 + Math.exp(-(slope * score + offset)));
}

/** Fits a calibration to scores of texts that the model has not learned from (Platt, 1999). */
export function calibrate(scores: number[], isPositive: boolean[]): Calibration {
	let slope = 1;
	let offset = 0;
	for (let step = 0; step < 50; step++) {
		// Newton's method on two variables, with a little damping for data that is too easy.
		let [gs, go, hss, hso, hoo] = [0.01 * (slope - 1), 0, 0.01, 0, 0.01];
		scores.forEach((score, at) => {
			const p = probability(score, { slope, offset });
			const error = p - (isPositive[at] ? 1 : 0);
			const spread = p * (1 - p);
			gs += error * score;
			go += error;
			hss += spread * score * score;
			hso += spread * score;
			hoo += spread;
		});
		const determinant = hss * hoo - hso * hso;
		if (!(Math.abs(determinant) > 1e-12)) break;
		const ds = (gs * hoo - go * hso) / determinant;
		const dof = (go * hss - gs * hso) / determinant;
		slope -= ds;
		offset -= dof;
		if (Math.abs(ds) + Math.abs(dof) < 1e-9) break;
	}
	// Few examples can turn the sign round; a higher score still has to mean more likely.
	return slope > 0 && Number.isFinite(slope + offset) ? { slope, offset } : { slope: 1, offset: 0 };
}
