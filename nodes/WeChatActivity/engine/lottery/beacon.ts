/**
 * A public number as it decides: its digits and letters, however somebody writes it. Otherwise whoever enters it
 * could choose between `386`, `3 8 6` and `3-8-6`, and with them between three results.
 */
export const beaconValue = (written: string): string =>
	written.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
