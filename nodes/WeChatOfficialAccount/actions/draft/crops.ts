import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { choice, number, rows, type Changes, type Field } from '../../../shared/operations/fields';

/** Part of a picture that is shown as cover; distances in parts of its width and height. */
interface Crop {
	ratio: string;
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

const SQUARE = { name: '1:1 (Small, in Lists and When Shared)', value: '1_1' } as const;
const LARGE = { name: '2.35:1 (Large, Above the Title)', value: '2.35_1' } as const;
const WIDE = { name: '16:9', value: '16_9' } as const;

const percent = (displayName: string, changes: Changes = {}): Field<number> =>
	number(displayName, 0, { typeOptions: { minValue: 0, maxValue: 100 }, ...changes });

const edges = {
	left: percent('Left (%)', { description: 'Distance of the left edge from the left side' }),
	top: percent('Top (%)', { description: 'Distance of the upper edge from the top' }),
	right: percent('Right (%)', {
		default: 100,
		description: 'Distance of the right edge from the left side',
	}),
	bottom: percent('Bottom (%)', {
		default: 100,
		description: 'Distance of the lower edge from the top',
	}),
};

const HINT = {
	placeholder: 'Add Crop',
	description: 'Which part of the picture is the cover. Left empty, WeChat takes the middle.',
};

/** How the cover of an article is cut. */
export const coverCrops = rows(
	'Cover Crops',
	['crop', 'Crop'],
	{ ratio: choice('Ratio', [SQUARE, LARGE], LARGE.value), ...edges },
	HINT,
);

/** How the cover of an image post is cut. */
export const imagePostCrops = rows(
	'Cover Crops',
	['crop', 'Crop'],
	{ ratio: choice('Ratio', [SQUARE, WIDE, LARGE], SQUARE.value), ...edges },
	HINT,
);

interface CropRow {
	ratio: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function cropOf({ ratio, left, top, right, bottom }: CropRow): Crop {
	const name = ratio.replace('_', ':');
	if (left >= right || top >= bottom || right > 100 || bottom > 100) {
		throw new UserInputError(
			`The cover crop ${name} is no part of the picture`,
			"'Left' has to be less than 'Right' and 'Top' less than 'Bottom', all from 0 to 100.",
		);
	}
	return { ratio, x1: left / 100, y1: top / 100, x2: right / 100, y2: bottom / 100 };
}

/**
 * The crops as WeChat takes them (draft/add): the list of all kinds of drafts.
 *
 * @throws UserInputError when a crop is no part of the picture
 */
export function cropList(crops: CropRow[]): IDataObject {
	if (crops.length === 0) return {};
	const list = crops.map(cropOf).map(({ ratio, ...edges }) => {
		const text = Object.entries(edges).map(([edge, value]) => [edge, String(value)]);
		return { ratio, ...Object.fromEntries(text) } as IDataObject;
	});
	return { cover_info: { crop_percent_list: list } };
}

const OLDER_NAMES: Record<string, string> = { '1_1': 'pic_crop_1_1', '2.35_1': 'pic_crop_235_1' };

/** The crops of an article: the list, and the fields of their own that articles had before it. */
export function articleCrops(crops: CropRow[]): IDataObject {
	const older = crops.map(cropOf).flatMap(({ ratio, x1, y1, x2, y2 }) => {
		const name = OLDER_NAMES[ratio];
		return name ? [[name, [x1, y1, x2, y2].join('_')]] : [];
	});
	return { ...Object.fromEntries(older), ...cropList(crops) } as IDataObject;
}
