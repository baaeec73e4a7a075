/** Header and root directory of our archive fit into these bytes; `writePmtiles` of the recipe sees to it. */
export const ARCHIVE_HEAD = 1024;
