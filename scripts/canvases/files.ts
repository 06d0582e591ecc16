import { CANVASES, STARTER } from './index';
import { toWorkflow, type Canvas } from './lib/canvas';
import { LANGUAGES, type Language } from './lib/words';

/** Folders of the two sets. */
const FOLDERS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The file that a canvas stands in, below `workflows/`. */
export const fileOf = (
	{ number, file }: Pick<Canvas, 'file' | 'number'>,
	language: Language,
): string => `${FOLDERS[language]}/${number}-${file}.json`;

/** Every workflow with the file that it stands in, below `workflows/`. */
export const canvasFiles = (): Array<[file: string, workflow: Record<string, unknown>]> =>
	LANGUAGES.flatMap((language) =>
		[STARTER, ...CANVASES].map((canvas): [string, Record<string, unknown>] => [
			fileOf(canvas, language),
			toWorkflow(canvas, language),
		]),
	);
