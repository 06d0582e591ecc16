/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Messages } from '../../locales/messages/catalogues';
import { writeSources } from '../../locales/messages/write';
import { loadFrom } from './nodeTypes';

/** Below the project, so that modules find what they import. */
const FOLDER = resolve('.cache/zh-CN/tested');

const clear = () => rmSync(FOLDER, { recursive: true, force: true });

/** Sources with Chinese messages, as the build of the Chinese package compiles them, until `clear` is called. */
export function useChineseMessages(): { clear: () => void } {
	clear();
	for (const path of ['nodes', 'credentials', 'icons', 'package.json'])
		cpSync(path, join(FOLDER, path), { recursive: true });
	expect(writeSources('.', FOLDER, new Messages('locales/zh-CN'))).toEqual([]);
	loadFrom(FOLDER);
	return { clear };
}
