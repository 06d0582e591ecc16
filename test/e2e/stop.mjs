/** Stops the n8n of the end-to-end tests. */
export default async function stop() {
	await Promise.all(globalThis.n8nServers.map(async (server) => await server.stop()));
}
