/** Stops the n8n of the end-to-end tests. */
export default async function stop() {
	await globalThis.n8nServer?.stop();
}
