import { checkWording } from '../../../nodes/shared/wording/check';
import { growthOf, MOST_GROWTH } from '../../harness/growth';

/** Every few characters something that a rule looks for, and no end of a sentence. */
const DENSE = [
	'转发朋友圈最好喝的茶能治失眠，小学生抽奖，每注2元，',
	'关注后点赞领1元红包，请发身份证，抽中六万元，',
	'无需转发，不用关注，',
];

it.each(DENSE)('a text of nothing but "%s" takes time in proportion to its length', (piece) => {
	const growth = growthOf((size) => {
		const text = piece.repeat(size / 10);
		return () => checkWording(text);
	}, 1_000);
	expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
});
