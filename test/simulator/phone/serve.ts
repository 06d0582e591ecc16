/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import type { Platform } from '../platform';
import { followerCalled } from './actions';
import { stream } from './stream';

/** The page as it lies in the project, from whose folder the simulator is started. */
const PAGE = join('test', 'simulator', 'phone', 'page');

/** Nothing of what followers or the account write can run, whatever the page makes of it. */
const POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob: http: https:; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const COMMON = {
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
};
/** What a file of the account may be called; anything else is only bytes. */
const SHOWN = /^(image|audio|video)\/[\w.+-]+$/;

let script: Promise<string> | undefined;

async function compile(): Promise<string> {
	const { build } = await import('esbuild');
	const { outputFiles } = await build({
		entryPoints: [join(PAGE, 'main.ts')],
		bundle: true,
		write: false,
		format: 'esm',
		target: 'es2022',
		charset: 'utf8',
		logLevel: 'silent',
	});
	return outputFiles[0]?.text ?? '';
}

function answer(response: ServerResponse, type: string, body: string | Buffer): void {
	response.writeHead(200, {
		...COMMON,
		'content-type': type,
		'content-security-policy': POLICY,
	});
	response.end(body);
}

const text = async (file: string) => await readFile(join(PAGE, file), 'utf8');

function serveMedia({ state }: Platform, id: string, response: ServerResponse): void {
	const media = state.temporary(id) ?? state.materials.get(id);
	if (!media) {
		response.writeHead(404, COMMON).end();
		return;
	}
	response.writeHead(200, {
		...COMMON,
		'content-type': SHOWN.test(media.contentType) ? media.contentType : 'application/octet-stream',
		'content-security-policy': "default-src 'none'; sandbox",
	});
	response.end(media.data);
}

/** Web authorization: WeChat sends who taps the link on, with a code for the account's server. */
function authorize({ state }: Platform, query: URLSearchParams, response: ServerResponse): void {
	const { openId } = followerCalled(state, query.get('openId') ?? '');
	const target = new URL(query.get('redirect_uri') ?? '');
	if (!/^https?:$/.test(target.protocol)) throw new Error('redirect_uri is no web address');
	const code = randomBytes(16).toString('hex');
	state.codes.set(code, openId);
	target.searchParams.set('code', code);
	target.searchParams.set('state', query.get('state') ?? '');
	response.writeHead(302, { ...COMMON, location: target.href }).end();
}

/** Serves the phone's page, what belongs to it, and its stream; false where the address is something else. */
export async function servePhone(
	platform: Platform,
	{ pathname, searchParams }: URL,
	response: ServerResponse,
): Promise<boolean> {
	switch (pathname) {
		case '/':
			answer(response, 'text/html; charset=utf-8', await text('index.html'));
			return true;
		case '/__sim/page/base.css':
		case '/__sim/page/chat.css':
		case '/__sim/page/panes.css':
			answer(response, 'text/css; charset=utf-8', await text(basename(pathname)));
			return true;
		case '/__sim/page/phone.js':
			script ??= compile();
			answer(response, 'text/javascript; charset=utf-8', await script);
			return true;
		case '/__sim/media':
			serveMedia(platform, searchParams.get('id') ?? '', response);
			return true;
		case '/__sim/authorize':
			authorize(platform, searchParams, response);
			return true;
		case '/__sim/events':
			stream(platform, searchParams.get('openId') ?? '', response);
			return true;
		default:
			return false;
	}
}
