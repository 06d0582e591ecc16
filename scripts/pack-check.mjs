/* Only what a user needs is inside the tarball, and all of it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pack, UNPACKED } from './lib/pack.mjs';

const ALLOWED = [
	/^(package\.json|README(\.zh-CN)?\.md|LICENSE)$/,
	/^dist\/THIRD-PARTY-NOTICES\.txt$/,
	/^dist\/(nodes|credentials)\/.+\.js$/,
	/^dist\/nodes\/.+\/data\/[\w-]+\.json$/,
	/^dist\/nodes\/\w+\/\w+\.node\.json$/,
	/^dist\/nodes\/\w+\/__schema__\/v[\d.]+(\/\w+\/\w+)?\.json$/,
	/^dist\/icons\/[\w.-]+\.svg$/,
];

const MAX_KILOBYTES = 3_000;

await pack();
const files = readdirSync(UNPACKED, { recursive: true })
	.map((file) => file.replace(/\\/g, '/'))
	.filter((file) => statSync(join(UNPACKED, file)).isFile());
const { n8n } = JSON.parse(readFileSync(join(UNPACKED, 'package.json'), 'utf8'));
const size = files.reduce((sum, file) => sum + statSync(join(UNPACKED, file)).size, 0) / 1_024;

const problems = [
	...files
		.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)))
		.map((file) => `${file} is of no use to a user`),
	...[...n8n.nodes, ...n8n.credentials, 'dist/THIRD-PARTY-NOTICES.txt', 'LICENSE']
		.filter((file) => !existsSync(join(UNPACKED, file)))
		.map((file) => `${file} is missing`),
	...n8n.nodes
		.map((file) => file.replace(/\.js$/, '.json'))
		.filter((file) => !existsSync(join(UNPACKED, file)))
		.map((file) => `${file} is missing`),
	...(size > MAX_KILOBYTES ? [`${Math.round(size)} KB are more than ${MAX_KILOBYTES}`] : []),
];

console.log(`${files.length} files, ${Math.round(size)} KB`);
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
