/** A map that forgets what was set longest ago once it holds more than its capacity. */
export class BoundedMap<K, V> extends Map<K, V> {
	constructor(private readonly capacity: number) {
		super();
	}

	override set(key: K, value: V): this {
		this.delete(key);
		super.set(key, value);
		if (this.size > this.capacity) {
			for (const oldest of this.keys()) {
				this.delete(oldest);
				break;
			}
		}
		return this;
	}
}
