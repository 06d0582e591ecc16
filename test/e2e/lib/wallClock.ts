import type { AccountSystem } from './system';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Moves the account's clock forward to the next time of day in Shanghai, e.g. `10:00`. */
export async function advanceTo(app: AccountSystem, time: string): Promise<void> {
	const now = app.simulator.platform.state.clock.now() + SHANGHAI_OFFSET_MS;
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	const today = now - (now % DAY_MS) + (hours * 60 + minutes) * 60_000;
	await app.advance((today > now ? today : today + DAY_MS) - now);
}
