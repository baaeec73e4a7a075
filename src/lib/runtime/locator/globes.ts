/** A small globe as the build has drawn it: SVG paths around its middle, 200 units to the limb. */
export interface Globe {
	land: string;
	graticule: string;
}

const fetched = new Map<string, Promise<Record<string, Globe>>>();

/**
 * One of the globes of a story, which are fetched once; a failed attempt is forgotten, so that the step which needs one
 * tries again.
 *
 * @param address of the story's globes
 * @throws {Error} where they cannot be had
 */
export async function fetchGlobe(address: string, key: string): Promise<Globe | undefined> {
	const globes = fetched.get(address) ?? fetchAll(address);
	fetched.set(address, globes);
	try {
		return (await globes)[key];
	} catch (error) {
		fetched.delete(address);
		throw error;
	}
}

async function fetchAll(address: string): Promise<Record<string, Globe>> {
	const response = await fetch(address);
	if (!response.ok)
		throw new Error(`The small globes of this story did not load (${response.status}): ${address}`);
	return (await response.json()) as Record<string, Globe>;
}
