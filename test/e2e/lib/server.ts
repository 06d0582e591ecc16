/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8n, until } from './n8n';
import { logOf } from './place';

/** Nothing that phones home: the tests run without internet. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	N8N_DISABLED_MODULES: 'mcp-registry,insights,instance-ai,agents,mcp,chat-hub',
	N8N_SECURE_COOKIE: 'false',
	N8N_ENCRYPTION_KEY: 'only-for-tests',
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	NODE_ENV: 'production',
};

/** A time that moves by weeks signs nobody out and removes no executions. */
const FAR_AHEAD = {
	EXECUTIONS_DATA_PRUNE: 'false',
	N8N_USER_MANAGEMENT_JWT_DURATION_HOURS: '9999',
};

/** What `faketime` tells the programs that it starts: n8n lives at the date of the tests. */
const CLOCK = /^(LD_PRELOAD|TZ|FAKETIME.*|DONT_FAKE.*|NO_FAKE.*)$/;

const clockOfTests = () =>
	Object.fromEntries(Object.entries(process.env).filter(([name]) => CLOCK.test(name)));

/** Ports that a system gives to nobody by itself: one of the others may be taken before n8n listens on it. */
const PORTS = { first: 12_000, last: 32_000 };

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	return await new Promise((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}

async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(PORTS.first, PORTS.last);
		if (await isFree(port)) return port;
	}
}

export interface StartOptions {
	/** Program of Node 24. */
	node: string;
	/** Folder that holds n8n's node_modules. */
	home: string;
	/** Folder of the unpacked tarball; without it nobody has installed the package. */
	packageFolder?: string;
	packageName: string;
	port?: number;
	/** Kept between starts when given; a new one otherwise. */
	userFolder?: string;
	/** Folder of nodes that only tests use. */
	probes?: string;
	/** A user folder to begin with, see `prepared.ts`. */
	prepared?: string;
	/** Further settings of n8n. */
	env?: Record<string, string>;
	/** Whether it lives at a time that tests move, by `moveClock`. */
	hasMovedClock?: boolean;
	/** Workers beside the main process; the settings have to say `EXECUTIONS_MODE=queue`. */
	workers?: number;
}

export interface N8nServer {
	client: N8n;
	/** The process; undefined when it could not be started. */
	pid: number | undefined;
	userFolder: string;
	/** From now on its time is so many milliseconds ahead of the machine's. */
	moveClock(ahead: number): Promise<void>;
	stop(): Promise<void>;
	/** Ends n8n as a power cut does. The user folder stays. */
	kill(): Promise<void>;
}

/** Puts the package where n8n keeps community packages, and begins with the prepared database. */
function install({ packageFolder, packageName, prepared }: StartOptions, userFolder: string): void {
	if (prepared && !existsSync(join(userFolder, '.n8n'))) {
		cpSync(join(prepared, '.n8n'), join(userFolder, '.n8n'), { recursive: true });
	}
	const target = join(userFolder, '.n8n/nodes/node_modules', packageName);
	rmSync(target, { recursive: true, force: true });
	if (!packageFolder) return;
	mkdirSync(join(target, '..'), { recursive: true });
	cpSync(packageFolder, target, { recursive: true });
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
	await ended;
	clearTimeout(impatience);
}

async function kill(child: ChildProcess): Promise<void> {
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await ended;
}

/** @throws when the process was not started to have its time moved */
async function moveClock(child: ChildProcess, ahead: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		child.once('message', () => resolve());
		child.send({ ahead }, (error) => {
			if (error) reject(error);
		});
	});
}

async function ready(child: ChildProcess, client: N8n): Promise<void> {
	await until(
		'n8n starts',
		async () => {
			if (child.exitCode !== null) throw new Error('n8n has ended');
			return (await client.isReady()) || undefined;
		},
		180_000,
	);
	await client.signIn();
}

/** Starts a real n8n in a process of its own, as a rule with the package installed as a community package. */
export async function startN8n(options: StartOptions): Promise<N8nServer> {
	const userFolder = options.userFolder ?? mkdtempSync(join(tmpdir(), 'wechat-n8n-'));
	install(options, userFolder);
	const port = options.port ?? (await freePort());
	const command = join(options.home, 'node_modules/n8n/bin/n8n');
	if (!existsSync(command)) throw new Error('n8n is not installed');
	const log = openSync(logOf({ userFolder }), 'a');
	const { hasMovedClock = false } = options;
	const clock = hasMovedClock ? ['--require', join(options.home, 'lib/movedClock.js')] : [];
	const launch = async (mode: 'start' | 'worker'): Promise<ChildProcess> =>
		spawn(options.node, [...clock, command, mode], {
			env: {
				...QUIET,
				...clockOfTests(),
				PATH: `${join(options.node, '..')}:${process.env.PATH ?? ''}`,
				HOME: userFolder,
				N8N_USER_FOLDER: userFolder,
				N8N_PORT: String(port),
				N8N_LISTEN_ADDRESS: '127.0.0.1',
				N8N_RUNNERS_BROKER_PORT: String(await freePort()),
				...(hasMovedClock ? FAR_AHEAD : {}),
				...(options.probes ? { N8N_CUSTOM_EXTENSIONS: options.probes } : {}),
				...options.env,
			},
			stdio: ['ignore', log, log, ...(hasMovedClock ? ['ipc' as const] : [])],
		});
	const child = await launch('start');
	const workers: ChildProcess[] = [];
	const client = new N8n({ url: `http://127.0.0.1:${port}`, userFolder });
	const cleanUp = async () => {
		await Promise.all([child, ...workers].map(stop));
		if (options.userFolder === undefined) {
			rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
		}
	};
	const failure = await ready(child, client).then(
		() => undefined,
		(error: unknown) => error,
	);
	if (failure !== undefined) {
		const output = readFileSync(logOf({ userFolder }), 'utf8').slice(-4_000);
		await cleanUp();
		throw new Error(`${String(failure)}\n${output}`);
	}
	// Workers take the database as the main process has made it.
	for (let count = 0; count < (options.workers ?? 0); count++) workers.push(await launch('worker'));
	return {
		client,
		pid: child.pid,
		userFolder,
		moveClock: async (ahead) => {
			await Promise.all([child, ...workers].map(async (each) => await moveClock(each, ahead)));
		},
		stop: cleanUp,
		kill: async () => {
			await Promise.all([child, ...workers].map(kill));
		},
	};
}
