/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Figure } from './figures';
import type { Report } from './report';

const FOLDER = resolve('.cache/reports');

/** Keeps what was measured beside the reports of the tests. Gives the path of the file. */
export function keepFigures(name: string, figures: readonly Figure[], report: Report): string {
	mkdirSync(FOLDER, { recursive: true });
	const file = join(FOLDER, `${name}.json`);
	writeFileSync(file, `${JSON.stringify({ figures, report }, null, '\t')}\n`);
	return file;
}
