import { seed, type Seed } from '../../simulator/control';
import type { Json } from '../../simulator/check';
import { Platform } from '../../simulator/platform';

const NOON = Date.parse('2030-05-15T12:00:00+08:00');

/** The platform without a network, as its rules are tested. */
export class Caller {
	readonly platform = new Platform();

	constructor(given: Seed = {}) {
		// Noon in the middle of a month, whatever day it is.
		this.state.clock.advance(NOON - Date.now());
		seed(this.platform, given);
	}

	get state() {
		return this.platform.state;
	}

	/** Calls an endpoint with an access token; the answer as it stands. */
	async call(path: string, body?: Json, query: Record<string, string> = {}): Promise<Json> {
		return await this.send(path, body, { access_token: await this.token(), ...query });
	}

	/** The error code of an answer, 0 when it has none. */
	async code(path: string, body?: Json, query: Record<string, string> = {}): Promise<number> {
		return Number((await this.call(path, body, query)).errcode ?? 0);
	}

	/** Calls an endpoint as it is, without a token. */
	async send(path: string, body?: Json, query: Record<string, string> = {}): Promise<Json> {
		const answer = await this.platform.handle({
			method: body ? 'POST' : 'GET',
			path,
			query,
			body: Buffer.from(body ? JSON.stringify(body) : ''),
			contentType: 'application/json',
		});
		if (answer === 'reset' || !('json' in answer)) throw new Error(`${path} answered no JSON`);
		return answer.json;
	}

	/** Uploads a file, or a form without one. */
	async upload(path: string, query: Record<string, string>, name?: string, data = 'abc') {
		const file = `Content-Disposition: form-data; name="${name}"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n${data}\r\n`;
		const other = 'Content-Disposition: form-data; name="note"\r\n\r\nx\r\n';
		const answer = await this.platform.handle({
			method: 'POST',
			path,
			query: { access_token: await this.token(), ...query },
			body: Buffer.from(`--b\r\n${name ? file : other}--b--\r\n`),
			contentType: 'multipart/form-data; boundary=b',
		});
		if (answer === 'reset' || !('json' in answer)) throw new Error(`${path} answered no JSON`);
		return answer.json;
	}

	private async token(): Promise<string> {
		const { appId: appid, appSecret: secret } = this.state.account;
		const keys = { grant_type: 'client_credential', appid, secret };
		return String((await this.send('/cgi-bin/stable_token', keys)).access_token);
	}

	/** A picture of the library. */
	addPicture(id: string): void {
		const data = Buffer.from('x');
		const cover = { type: 'image', contentType: 'image/png', data, name: 'a.png', updatedAt: 1 };
		this.state.materials.set(id, cover);
	}
}

/** An article with the cover `cover`. */
export const ARTICLE = { title: '新茶', content: '<p>正文</p>', thumb_media_id: 'cover' };
