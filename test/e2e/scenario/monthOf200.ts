/** The month of docs/figures.md; its figures are printed at the end and kept in .cache/reports. */
export const MONTH_OF_200 = {
	followers: 200,
	days: 30,
	seed: 20261130,
	without: ['04'],
	least: { messages: 400, comments: 50, tagged: 100, proofs: 4, winners: 30, participation: 0.35 },
};
