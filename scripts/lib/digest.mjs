import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files of a folder, or the file itself. */
function filesOf(root, path) {
	if (!statSync(join(root, path)).isDirectory()) return [path];
	const entries = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
	return entries
		.map((entry) => join(path, entry))
		.filter((entry) => statSync(join(root, entry)).isFile());
}

/** Digest of the names and contents of files and folders; equal to an earlier one, nothing has changed. */
export function digestOf(root, paths) {
	const hash = createHash('sha256').update(process.platform + process.arch);
	for (const file of paths.flatMap((path) => filesOf(root, path)).sort()) {
		const content = readFileSync(join(root, file));
		hash.update(`\n${file} ${content.length}\n`).update(content);
	}
	return hash.digest('hex');
}
