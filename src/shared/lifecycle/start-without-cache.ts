/** When main loads the page with this URL fragment, the page clears the cache before it opens a workspace. */
export const WITHOUT_CACHE = '#without-cache'
