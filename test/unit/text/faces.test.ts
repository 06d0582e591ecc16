import faces from '../../../nodes/shared/text/data/faces.json';
import { nameFaces } from '../../../nodes/shared/text/faces';
import { normalise, toMatchText } from '../../../nodes/shared/text/normalise';

describe('the faces of older clients', () => {
	it.each(Object.entries(faces))('%s is written %s', (name, code) => {
		expect(nameFaces(`好${code}！`)).toBe(`好[${name}]！`);
	});

	it.each([
		['/::D/::d', '[呲牙][白眼]'],
		['/::)/::)谢谢', '[微笑][微笑]谢谢'],
		['/:Strong/::B/:B-)', '[强][色][坏笑]'],
		['/:,@@/:@@', '[晕][拳头]'],
		['太好了/:strong666', '太好了[强]666'],
	])('%s is %s', (written, named) => {
		expect(nameFaces(written)).toBe(named);
	});

	it.each(['https://a.cn/:okay', '1/2', '/:', '/::', 'http://a.b/c'])('%s is no face', (text) => {
		expect(nameFaces(text)).toBe(text);
	});

	it('reads a text of nothing but beginnings in linear time', () => {
		expect(nameFaces('/:'.repeat(500_000))).toHaveLength(1_000_000);
	});

	it('leaves a text of nothing but faces without words', () => {
		expect(toMatchText('/::D /:B-) /:strong')).toBe('');
		expect(normalise('İ/::)')).toContain('[微笑]');
	});
});
