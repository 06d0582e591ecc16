/** The part of the library that is used; its own types are out of reach of this module resolution. */
declare module 'opencc-js/t2cn' {
	/** A function that converts text from one locale to another. */
	export function Converter(options: { from: 't'; to: 'cn' }): (text: string) => string;
}
