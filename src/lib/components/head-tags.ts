/** What search engines, chats and feeds are told of a page. */
export interface HeadOptions {
	/** Where the site is published, with a slash at its end; `null` while nobody has said. */
	site: string | null;
	/** Path of the page below the site, `de/my-story/`; of pages with the same content the one to be kept. */
	path: string;
	/** BCP 47. */
	lang: string;
	/** Of the window and in search results. */
	title: string;
	/** The publication's name. */
	publication: string;
	/** Without the publication's name. */
	headline: string;
	description: string;
	type: 'article' | 'website';
	/** The page in all its languages, the original's first. */
	languages: { lang: string; path: string }[];
	/** The share image, of 1200 × 630 px. */
	image: { path: string; alt: string };
	/** ISO 8601 dates. */
	published?: string;
	updated?: string;
	author?: string;
}

export interface HeadTags {
	title: string;
	meta: { name?: string; property?: string; content: string }[];
	links: { rel: string; href: string; hreflang?: string }[];
	/** Structured data, JSON that is safe inside a `<script>`. */
	data?: string;
}

/**
/**
 * The tags of a page's head. What must be an absolute address (canonical, `hreflang`, share image, `og:url`, structured data)
 * is left out while the site's address is not known: a relative one would be read wrongly or not at all. The page's own links
 * to its languages carry `hreflang` in any case.
 */
export function headTags(options: HeadOptions): HeadTags {
	const {
		site,
		path,
		lang,
		title,
		publication,
		headline,
		description,
		type,
		languages,
		image,
		published,
		updated,
		author,
	} = options;
	const absolute = (below: string) => (site ? new URL(below, site).href : undefined);
	const picture = absolute(image.path);
	const original = languages[0];
	const properties: [string, string | undefined][] = [
		['og:site_name', publication],
		['og:type', type],
		['og:title', headline],
		['og:description', description],
		['og:locale', localeOf(lang)],
		...languages
			.filter((other) => other.lang !== lang)
			.map((other): [string, string] => ['og:locale:alternate', localeOf(other.lang)]),
		['og:url', absolute(path)],
		['og:image', picture],
		['og:image:type', picture && 'image/png'],
		['og:image:width', picture && '1200'],
		['og:image:height', picture && '630'],
		['og:image:alt', picture && image.alt],
		['article:published_time', published],
		['article:modified_time', updated],
		['article:author', type === 'article' ? author : undefined],
	];
	return {
		title,
		meta: [
			{ name: 'description', content: description },
			...properties.flatMap(([property, content]) => (content ? [{ property, content }] : [])),
			{ name: 'twitter:card', content: picture ? 'summary_large_image' : 'summary' },
		],
		links: site
			? [
					{ rel: 'canonical', href: absolute(path)! },
					...languages.map((other) => alternate(other.lang, absolute(other.path)!)),
					...(original ? [alternate('x-default', absolute(original.path)!)] : []),
				]
			: [],
		data: site && type === 'article' ? newsArticle(options, absolute(path)!, picture!) : undefined,
	};
}

function alternate(hreflang: string, href: string): HeadTags['links'][number] {
	return { rel: 'alternate', hreflang, href };
}

function newsArticle(options: HeadOptions, url: string, image: string): string {
	const { headline, description, lang, published, updated, author } = options;
	return JSON.stringify({
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		headline,
		description,
		inLanguage: lang,
		mainEntityOfPage: url,
		image: [image],
		datePublished: published,
		dateModified: updated ?? published,
		author: author ? [{ '@type': 'Organization', name: author }] : undefined,
	}).replaceAll('<', '\\u003c');
}

/** `de_DE`: Open Graph wants a country, so the language's likeliest. */
function localeOf(lang: string): string {
	const { language, region } = new Intl.Locale(lang).maximize();
	return region ? `${language}_${region}` : language;
}
