import { createAnalyzer } from '../../../../nodes/WeChatTextInsight/engine/analyzer';
import { calibrate, learn, probability } from '../../../../nodes/WeChatTextInsight/engine/logistic';
import { trainModel } from '../../../../nodes/WeChatTextInsight/engine/train';
import { packWeights, unpackWeights } from '../../../../nodes/WeChatTextInsight/engine/weights';
import { UserInputError } from '../../../../nodes/shared/inputError';
import { COMMENTS } from './comments';

const labelled = COMMENTS.map(([label, text]) => ({ text, label }));
const jargon = ['抽象', '上头', '绝绝', '离大谱'];
/** A community for which 上头 is praise and 抽象 blame: words no general model can know. */
const community = Array.from({ length: 60 }, (_, at) => ({
	text: `第${at}期${at % 2 ? '上头' : '抽象'}${jargon[at % 4] ?? ''}`,
	label: at % 2 ? '1' : '0',
}));

describe('training', () => {
	it('gives a model that decides the mood, with honest figures', () => {
		const training = trainModel(labelled);
		expect(training).toMatchObject({
			isMood: true,
			labels: ['negative', 'neutral', 'positive'],
			examples: COMMENTS.length,
		});
		expect(training.accuracy).toBeGreaterThan(training.majorityShare);
		expect(training.shippedAccuracy).toBeGreaterThan(0.9);
		expect(training.model.length).toBeLessThanOrEqual(64 * 1_024);
		const { sentiment, polarity } = createAnalyzer({ model: training.model }).analyze(
			'太差了，骗人',
		);
		expect(sentiment).toBe('negative');
		expect(polarity).toBeLessThan(0);
	});

	it('learns what words mean for one account', () => {
		const { model, accuracy, labels } = trainModel(community);
		expect(labels).toEqual(['negative', 'positive']);
		expect(accuracy).toBe(1);
		const analyzer = createAnalyzer({ model });
		expect(analyzer.analyze('这期好上头').polarity).toBeGreaterThan(0.3);
		expect(analyzer.analyze('这期抽象').polarity).toBeLessThan(-0.3);
	});

	it('adds a label where labels are no moods', () => {
		const departments = Array.from({ length: 40 }, (_, at) => ({
			text: at % 2 ? `快递第${at}天没到` : `想谈第${at}次合作`,
			label: at % 2 ? '物流部' : '商务部',
		}));
		const { model, isMood, shippedAccuracy } = trainModel(departments);
		expect([isMood, shippedAccuracy]).toEqual([false, undefined]);
		const insight = createAnalyzer({ model }).analyze('快递没到');
		expect(insight.label).toBe('物流部');
		expect(insight.labelConfidence).toBeGreaterThan(0.5);
		expect(insight.sentiment).toBe(createAnalyzer().analyze('快递没到').sentiment);
	});

	it('gives the same model again; repeated texts count once', () => {
		expect(trainModel([...labelled, ...labelled]).model).toBe(trainModel(labelled).model);
	});

	it('stays small with many labels', () => {
		const many = Array.from({ length: 120 }, (_, at) => ({
			text: `文${at}`,
			label: `类${at % 12}`,
		}));
		expect(trainModel(many).model.length).toBeLessThanOrEqual(64 * 1_024);
	});

	it.each([
		[
			'one label',
			labelled.filter(({ label }) => label === 'positive'),
			"'Label' has only one value",
		],
		['nothing', [], "'Label' has no value"],
		['few of a label', [...labelled, { text: '啊', label: 'x' }], 'The label "x" has 1 texts'],
		[
			'ids as labels',
			labelled.map(({ text }, at) => ({ text, label: String(at) })),
			`'Label' has ${COMMENTS.length} different values`,
		],
	])('refuses %s', (_, texts, message) => {
		expect(() => trainModel(texts)).toThrow(UserInputError);
		expect(() => trainModel(texts)).toThrow(message);
	});

	it.each([
		'{',
		'{}',
		'[]',
		'null',
		'"model"',
		'{"format":"weChatTextInsight/1","labels":["a","b"]}',
	])('refuses %s as a model', (model) =>
		expect(() => createAnalyzer({ model })).toThrow("'Model' is not a model of this node"),
	);
});

describe('the learner', () => {
	it('finds the weight that the maximum of the likelihood has', () => {
		// One feature, 3 of 4 positive with it and 1 of 4 without: with hardly any penalty the odds are 3 and 1/3.
		const example = (has: boolean, isPositive: boolean) => ({
			indexes: has ? [0] : [],
			values: has ? [1] : [],
			isPositive,
		});
		const examples = [true, false].flatMap((has) =>
			[0, 1, 2, 3].map((at) => example(has, has ? at < 3 : at < 1)),
		);
		const weights = learn(examples, { width: 1, cost: 1_000, passes: 2_000 });
		expect(weights[1]).toBeCloseTo(Math.log(1 / 3), 1);
		expect(weights[0]).toBeCloseTo(2 * Math.log(3), 1);
	});

	it('calibrates scores to frequencies', () => {
		const scores = Array.from({ length: 400 }, (_, at) => (at % 2 ? 2 : -2));
		const isPositive = scores.map((score, at) => (score > 0 ? at % 10 !== 1 : at % 10 === 0));
		const calibration = calibrate(scores, isPositive);
		expect(probability(2, calibration)).toBeCloseTo(0.8, 2);
		expect(probability(-2, calibration)).toBeCloseTo(0.2, 2);
	});

	it('packs weights to within half a step', () => {
		const given = [0, 1, -1, 0.01, -0.3, 0.7, 2];
		const { weights, largest } = packWeights(given);
		unpackWeights(weights, largest).forEach((weight, at) => {
			expect(Math.abs(weight - (given[at] ?? 0))).toBeLessThan(0.02);
		});
	});
});
