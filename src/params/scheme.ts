export const match = (scheme: string): boolean => scheme === 'light' || scheme === 'dark';
