/** Whether the reader has asked for as few bytes as can be (`Save-Data`). */
export function savesData(): boolean {
	return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false;
}
