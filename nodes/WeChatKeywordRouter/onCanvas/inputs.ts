import { KEEP_RECORDS_IN } from '../../shared/records/keepIn';

const LIBRARY = '{ type: "main", displayName: "Keywords", required: false }';
const HITS = '{ type: "main", displayName: "Hits", required: false }';

/** The library and the earlier hits have inputs of their own where they come from the canvas. */
export const routerInputs: `={{${string}}}` = `={{ ["main"].concat($parameter["${KEEP_RECORDS_IN}"] === "items" ? [${LIBRARY}, ${HITS}] : $parameter["keywordsFrom"] === "input" ? [${LIBRARY}] : []) }}`;
