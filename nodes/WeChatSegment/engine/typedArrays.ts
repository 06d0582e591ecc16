/*
 * `valueAt` for one kind of array each. The compiler of the machine makes such a read as fast as a bare
 * one where it always meets the same kind; a common function for all kinds takes twice the time over
 * millions of rows.
 */

function missing(place: number): RangeError {
	return new RangeError(`No row ${place}`);
}

/** @throws RangeError when there is no such row, which is a fault of the program */
export function floatAt(values: Float64Array, place: number): number {
	const value = values[place];
	if (value === undefined) throw missing(place);
	return value;
}

/** @throws RangeError when there is no such row, which is a fault of the program */
export function integerAt(values: Int32Array, place: number): number {
	const value = values[place];
	if (value === undefined) throw missing(place);
	return value;
}
