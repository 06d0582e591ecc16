/** What a piece of work gave, or the error it ended with. */
export type Attempt<Value> = { value: Value } | { error: unknown; message: string };

/** Does a piece of work whose failure is looked at before it is told. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Attempt<Value>> {
	try {
		return { value: await work() };
	} catch (error) {
		return { error, message: error instanceof Error ? error.message : String(error) };
	}
}
