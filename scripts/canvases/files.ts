import { CANVASES } from './index';
import { toWorkflow } from './lib/canvas';
import { LANGUAGES, type Language } from './lib/words';

/** Folders of the two sets. */
const FOLDERS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Every workflow with the file that it stands in, below `workflows/`. */
export const canvasFiles = (): Array<[file: string, workflow: Record<string, unknown>]> =>
	LANGUAGES.flatMap((language) =>
		CANVASES.map((canvas): [string, Record<string, unknown>] => [
			`${FOLDERS[language]}/${canvas.number}-${canvas.file}.json`,
			toWorkflow(canvas, language),
		]),
	);
