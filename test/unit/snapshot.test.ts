import { loadPackage } from '../harness/nodeTypes';

/*
 * What stored workflows rely on: names, types, defaults and option values. A change here that is not an
 * addition breaks workflows of users; then a new node version is due.
 */
it('the descriptions stay compatible with stored workflows', async () => {
	const { names, nodeTypes } = await loadPackage();
	const contract = names.map((name) => {
		const { description } = nodeTypes.getByNameAndVersion(name);
		return {
			name,
			version: description.version,
			parameters: description.properties
				.filter(({ type }) => type !== 'notice')
				.map(({ name: parameter, type, default: value, options, displayOptions }) =>
					[
						parameter,
						type,
						JSON.stringify(value),
						JSON.stringify(displayOptions?.show ?? {}),
						JSON.stringify(
							options?.map((option) => ('value' in option ? option.value : option.name)),
						),
					].join(' '),
				),
		};
	});
	expect(contract).toMatchSnapshot();
});
