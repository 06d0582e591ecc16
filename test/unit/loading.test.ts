import type * as OpenCC from 'opencc-js/t2cn';
import { n8n } from '../../package.json';

const unpack = jest.spyOn(jest.requireActual<typeof OpenCC>('opencc-js/t2cn'), 'Converter');

const SOURCES = n8n.nodes.map((file) => file.replace(/^dist\//, '../../').replace(/\.js$/, ''));

describe('section 6: loading a node', () => {
	it.each(SOURCES)('%s unpacks no dictionary', async (source) => {
		await import(source);
		expect(unpack).not.toHaveBeenCalled();
	});

	it('the first Chinese text does, once', async () => {
		const { normalise } = await import('../../nodes/shared/text/normalise');
		expect(normalise('優惠')).toBe('优惠');
		expect(normalise('積分')).toBe('积分');
		expect(unpack).toHaveBeenCalledTimes(1);
	});
});
