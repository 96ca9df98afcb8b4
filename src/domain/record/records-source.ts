/** The opened files, where the id of a search would stand in the address of a page made from records. */
export const inFiles = 'files';
