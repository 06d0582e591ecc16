/* What the build of another language takes from here; it is bundled, as scripts are no TypeScript. */
export { Messages } from './messages/catalogues';
export { writeSources } from './messages/write';
