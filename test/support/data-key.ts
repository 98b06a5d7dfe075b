/** The key of the databases in tests. */
export const DATA_KEY = Buffer.alloc(32, 7).toString('base64')
