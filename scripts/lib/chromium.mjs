import { existsSync } from 'node:fs';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What to do where there is none. */
export const HOW_TO_GET_IT =
	'No Chromium was found. On Debian: apt-get install chromium fonts-noto-cjk; elsewhere set CHROMIUM to the path of the program.';

/** Path of a Chromium; undefined where there is none. `CHROMIUM` names one that lies elsewhere. */
export const findChromium = () =>
	[process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
