/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { startAnother } from './another';
import { PostgresTables } from './postgres';
import type { N8nServer } from './server';

const REDIS = { host: '127.0.0.1', port: 6379 };

/** Whether a Redis server listens on this machine. */
export async function hasRedis(): Promise<boolean> {
	return await new Promise((answer) => {
		const socket = connect(REDIS.port, REDIS.host);
		socket.once('connect', () => {
			socket.destroy();
			answer(true);
		});
		socket.once('error', () => answer(false));
	});
}

/** An n8n in queue mode: a main process, workers, a database on PostgreSQL and a queue in Redis. */
export interface QueueN8n {
	server: N8nServer;
	stop(): Promise<void>;
}

export async function startQueue(workers: number): Promise<QueueN8n> {
	const database = await PostgresTables.create();
	const { host, port, user, password, database: name } = database.credential;
	const server = await startAnother({
		workers,
		probes: process.env.N8N_TEST_PROBES,
		env: {
			EXECUTIONS_MODE: 'queue',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: String(host),
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: String(user),
			DB_POSTGRESDB_PASSWORD: String(password),
			DB_POSTGRESDB_DATABASE: String(name),
			QUEUE_BULL_REDIS_HOST: REDIS.host,
			QUEUE_BULL_REDIS_PORT: String(REDIS.port),
			// Several suites may share one Redis.
			QUEUE_BULL_PREFIX: `wechat-${randomBytes(6).toString('hex')}`,
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		},
	});
	return {
		server,
		stop: async () => {
			await server.stop();
			await database.drop();
		},
	};
}
