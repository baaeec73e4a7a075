import { describe, expect, it } from 'vitest';
import { originOf } from '#lib/story/index.ts';

describe('the origin of an address', () => {
	it('is scheme, host and port', () => {
		expect(originOf('https://Tiles.example/a/style.json')).toBe('https://tiles.example');
		expect(originOf('http://localhost:4877/x')).toBe('http://localhost:4877');
		expect(originOf('https://kärte.example')).toBe('https://xn--krte-loa.example');
	});

	it('is none where a content security policy would read more than a host', () => {
		for (const host of ['a;b', "a'b", 'a"b', 'a,b', 'a b', '*.example'])
			expect(originOf(`https://${host}/style.json`), host).toBeUndefined();
	});
});
