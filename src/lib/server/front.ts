import { allStories, summaries } from './stories';

/** What the front page of a language shows. */
export function frontPage(lang: string) {
	return { lang, stories: summaries(lang), languages: frontLanguages() };
}

/** Languages with a front page: those of the stories, and always German and English. */
export function frontLanguages(): string[] {
	return [...new Set(['de', 'en', ...allStories().map(({ story }) => story.lang)])];
}
