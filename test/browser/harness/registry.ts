/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextVersion } from './packages';

interface Manifest {
	name: string;
	version: string;
}

interface Release {
	manifest: Manifest;
	tarball: Buffer;
}

/** Packs a folder under a version. */
function release(unpacked: string, version?: string): Release {
	const folder = mkdtempSync(join(tmpdir(), 'wechat-release-'));
	const target = join(folder, 'package');
	cpSync(unpacked, target, { recursive: true });
	const file = join(target, 'package.json');
	const written = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
	const manifest = { ...written, version: version ?? written.version };
	writeFileSync(file, JSON.stringify(manifest));
	execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: folder });
	const tarball = readFileSync(join(folder, 'package.tgz'));
	rmSync(folder, { recursive: true });
	return { manifest, tarball };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const part of request) body += String(part);
	return body;
}

/** A registry of npm with one package in two versions; the older one is the latest until somebody says otherwise. */
export class Registry {
	private latest: string;

	private readonly name: string;

	private constructor(
		private readonly server: Server,
		private readonly releases: readonly Release[],
		{ name, version }: Manifest,
	) {
		this.name = name;
		this.latest = version;
		server.on('request', (request, response) => {
			this.answer(request, response).catch((error: unknown) => {
				response.writeHead(500).end(String(error));
			});
		});
	}

	/** @param unpacked folder of the package as users get it */
	static async start(unpacked: string): Promise<Registry> {
		const first = release(unpacked);
		const second = release(unpacked, nextVersion(first.manifest.version));
		const server = createServer();
		const registry = new Registry(server, [first, second], first.manifest);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return registry;
	}

	get url(): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}`;
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = decodeURIComponent(new URL(request.url ?? '', this.url).pathname);
		response.setHeader('cache-control', 'no-store');
		const { name } = this;
		// What `npm dist-tag add` sends.
		if (request.method === 'PUT' && path === `/-/package/${name}/dist-tags/latest`) {
			this.latest = String(JSON.parse(await bodyOf(request)));
			response.end('{"ok":true}');
			return;
		}
		const found = this.releases.find(({ manifest }) => path === this.fileOf(manifest));
		if (found) response.end(found.tarball);
		else if (path === `/${name}`) response.end(JSON.stringify(this.document()));
		else response.writeHead(404).end('{"error":"not found"}');
	}

	private fileOf({ name, version }: Manifest): string {
		return `/${name}/-/${name}-${version}.tgz`;
	}

	private document() {
		const versions = this.releases.map(({ manifest, tarball }): [string, object] => [
			manifest.version,
			{
				...manifest,
				dist: {
					tarball: `${this.url}${this.fileOf(manifest)}`,
					integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
				},
			},
		]);
		return {
			name: this.name,
			'dist-tags': { latest: this.latest },
			versions: Object.fromEntries(versions),
		};
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
