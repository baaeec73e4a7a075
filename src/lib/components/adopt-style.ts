/**
 * Styles of what comes long after the page. A `<style>` in such a component would become a stylesheet of the page itself,
 * which the first frame waits for; one in the document is forbidden by the content security policy.
 */
export function adoptStyle(css: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
