/* The gate of n8n's registry, before publishing: its scanner on the sources and on the tarball. */
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { pack, UNPACKED } from './lib/pack.mjs';
import { ROOT } from './lib/process.mjs';

await pack();

const results = {
	sources: await analyzePackage(ROOT, SOURCE_FILE_PATTERNS),
	tarball: await analyzePackage(UNPACKED, ['**/*.js', 'package.json']),
};

let hasFailed = false;
for (const [what, { passed, message, details }] of Object.entries(results)) {
	console.log(`${what}: ${passed ? 'passed, 0 errors' : message}`);
	if (!passed) {
		hasFailed = true;
		console.log(details ?? '');
	}
}
process.exit(hasFailed ? 1 : 0);
