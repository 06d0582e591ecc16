/*
 * Loaded into an n8n before everything else (`node --require`): its dates are those of the platform's clock, which tests
 * move. Timers go on by the time of the machine. What the parent process sends is by how many milliseconds the time is
 * ahead.
 */
const OriginalDate = Date;
const present = OriginalDate.now;
let ahead = 0;

OriginalDate.now = () => present() + ahead;

globalThis.Date = new Proxy(OriginalDate, {
	apply: () => new OriginalDate(OriginalDate.now()).toString(),
	construct: (target, values, newTarget) =>
		Reflect.construct(target, values.length === 0 ? [OriginalDate.now()] : values, newTarget),
});
OriginalDate.prototype.constructor = globalThis.Date;

process.on('message', (message) => {
	if (typeof message?.ahead !== 'number') return;
	({ ahead } = message);
	process.send?.({ isMoved: true });
});
// The parent may end without ending n8n in time; and n8n may end by itself.
process.channel?.unref();
