import { seed } from '../../simulator/control';
import { startSimulator, type Simulator } from '../../simulator/server';
import { AT_ONCE } from '../../simulator/settings';

/**
 * A simulated platform for flows: what WeChat does later is done at once, and figures are there at any hour, so that
 * no test waits and none knows the time of day.
 */
export async function startPlatform(): Promise<Simulator> {
	const simulator = await startSimulator();
	seed(simulator.platform, { settings: AT_ONCE });
	return simulator;
}
