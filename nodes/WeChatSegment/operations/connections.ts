import { literal } from '../../shared/engagement/literal';
import { KEEP_RECORDS_IN } from '../../shared/records/keepIn';
import { operations } from './index';
import { score, scoreOnCanvas } from './score.operation';

const IS_SCORE = `$parameter["operation"] === "${score.option.value}"`;
const ITEMS = `$parameter["${KEEP_RECORDS_IN}"] === "items"`;

const names = Object.fromEntries(operations.map(({ option, outputs }) => [option.value, outputs]));

/** Known rows have an input of their own, unless *Score* keeps them in tables. */
export const SEGMENT_INPUTS: `={{${string}}}` = `={{ ["main"].concat(${IS_SCORE} && !(${ITEMS}) ? [] : [{ type: "main", displayName: "Known Rows", required: false }]) }}`;

/** The outputs of the chosen operation. */
export const SEGMENT_OUTPUTS: `={{${string}}}` = `={{ (${IS_SCORE} && ${ITEMS} ? ${literal(scoreOnCanvas.outputs)} : (${literal(names)})[$parameter["operation"]] ?? [""]).map((displayName) => ({ type: "main", displayName })) }}`;
