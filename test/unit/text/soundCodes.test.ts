import { soundCodesOf, soundsOf } from '../../../nodes/shared/text/pinyin';

it.each(['什么时候发货', '加威信', '^服务0元$', 'fa huo 了吗', '😀好', '', 'iphone15多少钱'])(
	'%s sounds the same one by one and as a whole',
	(text) =>
		expect(soundCodesOf(text)).toBe(
			soundsOf(text)
				.map(({ code }) => code)
				.join(''),
		),
);
