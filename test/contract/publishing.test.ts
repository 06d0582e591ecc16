import type { IDataObject } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';
import { loadPackage } from '../harness/nodeTypes';
import { publish as publishTrigger } from '../harness/publish';

describe('fault 7.1: what is missing is said before a follower writes', () => {
	const account = useAccount();

	const publish = async (keys: IDataObject, parameters: object = {}) => {
		Object.assign(account.credentials.stored, keys);
		return await publishTrigger(account, parameters);
	};

	it('lets a complete credential pass, with and without encryption', async () => {
		expect(await publish({})).toBe(true);
		expect(await publish({ encodingAesKey: account.state.account.encodingAesKey })).toBe(true);
	});

	it.each([
		[{ token: '' }, 'Token is empty in the credential'],
		[{ token: '  ' }, 'Token is empty in the credential'],
		[{ token: 'ab' }, 'Token in the credential has to be 3 to 32 letters and digits'],
		[{ token: '令牌令牌' }, 'Token in the credential has to be'],
		[{ token: 'a'.repeat(33) }, 'Token in the credential has to be'],
		[{ appId: '' }, 'AppID is empty in the credential'],
		[{ encodingAesKey: 'a'.repeat(42) }, 'EncodingAESKey has 42 characters instead of 43'],
	])('refuses to publish with %j', async (keys, message) => {
		await expect(publish(keys)).rejects.toMatchObject({
			message: expect.stringContaining(message),
			description: expect.stringMatching(/\S/),
		});
	});

	it.each([
		[{ textCondition: 'regex', text: '(a)\\1' }, 'refers back'],
		[{ options: { forwardTo: { target: [{ to: 'a b' }] } } }, "'Forward To' cannot be used"],
		[
			{ quickReplies: { reply: [{ words: '价格', text: '长'.repeat(700) }] } },
			"'Quick Replies' cannot be used: row 1: 'Text' has 2100 bytes; WeChat accepts 2048",
		],
		[
			{ quickReplies: { reply: [{ words: '抽奖', text: '分享到朋友圈即可领取红包' }] } },
			'The quick reply to "抽奖" breaks a rule',
		],
	])('refuses to publish %j', async (parameters, message) => {
		await expect(publish({}, parameters)).rejects.toThrow(message);
	});

	it('publishes a quick reply whose wording a person vouches for', async () => {
		const quickReplies = { reply: [{ words: '抽奖', text: '分享到朋友圈即可领取红包' }] };
		expect(await publish({}, { quickReplies, options: { checkWording: false } })).toBe(true);
	});

	it('is said by Test of the credential too, and by it alone', async () => {
		const { credentialType } = await loadPackage();
		const { authenticate, test } = credentialType('weChatOfficialAccountApi');
		if (typeof authenticate !== 'function' || !test) throw new Error('no way to test');
		await runAction('user', 'get', { openId: 'oA' }, [{}], account.credentials);
		const { stored } = account.credentials;
		const url = `${account.simulator.url}/cgi-bin/get_api_domain_ip`;
		const tried = async (keys: IDataObject, headers = test.request.headers) =>
			await authenticate({ ...stored, ...keys } as typeof stored, {
				url,
				qs: {},
				headers: { ...headers },
			});
		await expect(tried({ token: '' })).rejects.toThrow('Token is empty in the credential');
		expect((await tried({})).headers).toEqual({});
		expect((await tried({ token: '' }, {})).qs).toHaveProperty('access_token');
	});

	it('stands in the notice of the credential, with the place where each key is found', async () => {
		const { credentialType } = await loadPackage();
		const [notice] = credentialType('weChatOfficialAccountApi').properties;
		expect(notice?.type).toBe('notice');
		for (const word of [
			'AppID',
			'AppSecret',
			'Token',
			'EncodingAESKey',
			'developers.weixin.qq.com/platform',
			'基础信息',
			'开发密钥',
			'域名与消息推送配置',
			'IP 白名单',
			'mp.weixin.qq.com',
		]) {
			expect(notice?.displayName).toContain(word);
		}
	});
});
