export { flag, choice } from './choices';
export { collection, rows } from './collections';
export {
	asStored,
	field,
	group,
	mapped,
	notice,
	propertiesOfFields,
	valuesOf,
	variants,
	type Changes,
	type Field,
	type Fields,
	type OptionalValuesOf,
	type ParameterSource,
	type ValuesOf,
} from './field';
export { byId, fromList, locator, way } from './locator';
export { integer, number } from './numbers';
export { digits, optionalText, text, writtenText } from './texts';
