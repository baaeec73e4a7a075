/** A scheme, a host of plain letters, digits and hyphens (or an IPv6 address), perhaps a port: nothing that a policy reads as more. */
const ORIGIN = /^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::\d+)?$/i;

/** The origin of an address, `https://tiles.example`, as far as it may stand in a content security policy. */
export function originOf(address: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const { origin } = new URL(address);
	return ORIGIN.test(origin) ? origin : undefined;
}
