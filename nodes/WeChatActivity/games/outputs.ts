/** Where the results of a game go. */
export type GameOutput = 'finished' | 'ignored' | 'reply';

/** Outputs of a game. @param finished what the one for something that is over is called */
export const gameOutputs = (finished: string): Record<GameOutput, string> => ({
	reply: 'Reply',
	finished,
	ignored: 'Not for This Activity',
});
