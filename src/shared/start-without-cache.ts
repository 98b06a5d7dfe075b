/** The page clears what the server can say again before it opens a workspace, when main loads it with this fragment. */
export const WITHOUT_CACHE = '#without-cache'
