import { UserInputError } from '../../../nodes/shared/inputError';
import { checkTexts, textOfMarkup } from '../../../nodes/shared/wording/option';

const BREACH = '转发朋友圈即可抽奖';

function errorOf(run: () => unknown): UserInputError {
	try {
		run();
	} catch (error) {
		if (error instanceof UserInputError) return error;
	}
	throw new Error('No UserInputError');
}

describe('Check Wording, as an option', () => {
	it('stops with what is wrong, the rule, how to say it instead and how to send it all the same', () => {
		const { message, advice } = errorOf(() => checkTexts('stop', () => ['您好', BREACH]));
		expect(message).toMatch(/^The wording breaks a rule, so nothing was sent: 诱导分享/);
		expect(advice).toContain('微信外部链接内容管理规范');
		expect(advice).toContain('无需转发');
		expect(advice).toContain(BREACH);
		expect(advice).toContain("set 'Check Wording' to 'Warn Only' or 'Off'");
	});

	it('tells of it in the output, or nothing', () => {
		const { wording } = checkTexts('warn', () => [undefined, BREACH]);
		expect(wording).toMatchObject([{ id: 'induced-sharing', severity: 'block' }]);
		expect(checkTexts('off', () => [BREACH])).toEqual({});
		expect(checkTexts('warn', () => ['欢迎分享您的感受'])).toEqual({});
	});

	it('does not stop for what a person should only look at', () => {
		const { wording } = checkTexts('stop', () => ['本活动最终解释权归主办方所有']);
		expect(wording).toMatchObject([{ id: 'final-interpretation', severity: 'warn' }]);
	});

	it('reads articles as people do', () => {
		const html =
			'<section><p>转发<b>朋友圈</b></p><p style="a">即可<span>抽奖</span></p></section>';
		expect(textOfMarkup(html).split('\n').filter(Boolean)).toEqual(['转发朋友圈', '即可抽奖']);
		expect(textOfMarkup('**最好**喝')).toBe('最好喝');
	});
});
