/** Stops what all files share. */
export default async function stop() {
	const { registry, server } = globalThis.inBrowser ?? {};
	await server?.stop();
	await registry?.close();
}
