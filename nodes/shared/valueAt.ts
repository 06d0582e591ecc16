/**
 * The element at a place that is known to lie inside the list: a column that has one value for each
 * row, or a table of all cases. Where it might not, `list.at(place)` with a default is the right way.
 *
 * @throws RangeError when the list has no such place, which is a fault of the program, not of its data
 */
export function valueAt<Value>(list: ArrayLike<Value>, place: number): Value {
	const value = list[place];
	if (value === undefined) throw new RangeError(`No element ${place} of ${list.length}`);
	return value;
}
