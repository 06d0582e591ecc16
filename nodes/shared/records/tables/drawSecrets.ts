import { defineTable } from '../table';

/** Seeds of draws, apart from what is shown. Whoever can read one early can know the winners of a draw without a public number. */
export const drawSecrets = defineTable({
	name: 'draw_secrets',
	holds: 'secrets of draws; keep them to yourself until the draw',
	columns: { activityId: 'text', seed: 'text', at: 'time' },
});
