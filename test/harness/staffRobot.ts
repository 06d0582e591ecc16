import nock from 'nock';
import type { IDataObject } from 'n8n-workflow';
import type { TestCredentials } from './credentials';

/** What a robot was sent. */
export interface Sent {
	query: URLSearchParams;
	body: IDataObject;
}

const WEBHOOKS = {
	weCom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K',
	dingTalk: 'https://oapi.dingtalk.com/robot/send?access_token=T',
	feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/H',
};

export type RobotKind = keyof typeof WEBHOOKS;

/** Group robots at the edge of the network. */
export class StaffRobots {
	/** Each has an address of its own: they take 20 messages a minute. */
	count = 0;

	sent: Sent[] = [];

	/** What the robot says to its first, second, … message. */
	answer: (count: number) => [number, IDataObject | string] = () => [200, { errcode: 0, code: 0 }];

	/** Forgets what was sent, and is kind again. */
	reset(): void {
		nock.cleanAll();
		this.sent = [];
		this.answer = () => [200, { errcode: 0, code: 0 }];
	}

	/** Another robot, whose credential is that of the test. */
	open({ stored }: TestCredentials, kind: RobotKind, more: IDataObject = {}): void {
		this.count += 1;
		const webhookUrl = `${WEBHOOKS[kind]}${this.count}`;
		Object.assign(stored, { robotKind: kind, webhookUrl, ...more });
		const { origin, pathname } = new URL(webhookUrl);
		const take = (uri: string, body: IDataObject) => {
			this.sent.push({ query: new URL(uri, origin).searchParams, body });
			return this.answer(this.sent.length);
		};
		nock(origin)
			.persist()
			.post((uri) => uri.startsWith(pathname))
			.reply((uri, body) => take(uri, body as IDataObject));
	}

	/** The messages as text. */
	get contents(): string[] {
		return this.sent.map(({ body }) => JSON.stringify(body));
	}
}
