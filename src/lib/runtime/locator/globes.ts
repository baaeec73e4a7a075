/** A small globe as the build has drawn it: SVG paths around its middle, 200 units to the limb. */
export interface Globe {
	land: string;
	graticule: string;
}

const fetched = new Map<string, Promise<Record<string, Globe>>>();

/**
 * One of the globes of a story, which are fetched once; `undefined` where they cannot be had: a failed attempt is
 * forgotten, so that the next step which needs one tries again.
 *
 * @param address of the story's globes
 */
export async function fetchGlobe(address: string, key: string): Promise<Globe | undefined> {
	const globes = fetched.get(address) ?? fetchAll(address);
	fetched.set(address, globes);
	try {
		return (await globes)[key];
	} catch (error) {
		fetched.delete(address);
		console.warn(`Map: no small globe tells where this step is. ${String(error)}`);
		return undefined;
	}
}

async function fetchAll(address: string): Promise<Record<string, Globe>> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The globes did not load (${response.status}): ${address}`);
	return (await response.json()) as Record<string, Globe>;
}
