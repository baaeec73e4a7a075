/**
 * A content security policy whose page may ask further origins for data and pictures: the map of a story with a basemap of
 * its own. Scripts, styles and faces stay those of this site.
 *
 * @param origins `https://tiles.example`
 */
export function allowOrigins(policy: string, origins: string[]): string {
	if (!origins.length) return policy;
	const sources = `'self' ${origins.join(' ')}`;
	return `${policy.replace(/;?\s*$/, '')}; connect-src ${sources}; img-src ${sources}`;
}

/** The same for the policy that a prerendered page carries in its head. */
export function allowOriginsInPage(html: string, origins: string[]): string {
	if (!origins.length) return html;
	return html.replace(
		/(<meta http-equiv="content-security-policy" content=")([^"]*)(")/i,
		(_whole, before: string, policy: string, after: string) => before + allowOrigins(policy, origins) + after,
	);
}
