import { literal } from '../../shared/engagement/literal';
import { KEEP_RECORDS_IN } from '../../shared/records/keepIn';
import { RESOURCES } from '../operations';
import { CANVAS_OUTPUTS } from './canvasOperation';

/** An operation without the field has its rows on the canvas, as there is nowhere else to keep them. */
const WHERE_ITEMS = `($parameter["${KEEP_RECORDS_IN}"] ?? "items") === "items"`;

const names = Object.fromEntries(
	RESOURCES.map(({ option, operations }) => [
		option.value,
		Object.fromEntries(operations.map(({ option: { value }, outputs }) => [value, outputs])),
	]),
);

/** Known rows have an input of their own where they are items on the canvas. */
export const ACTIVITY_INPUTS: `={{${string}}}` = `={{ ["main"].concat(${WHERE_ITEMS} ? [{ type: "main", displayName: "Known Rows", required: false }] : []) }}`;

/** Outputs of the chosen operation; one for results and one for rows, where these are items on the canvas. */
export const ACTIVITY_OUTPUTS: `={{${string}}}` = `={{ ($parameter["${KEEP_RECORDS_IN}"] === "items" ? ${literal(CANVAS_OUTPUTS)} : (${literal(names)})[$parameter["resource"]]?.[$parameter["operation"]] ?? [""]).map((displayName) => ({ type: "main", displayName })) }}`;
