/** Limits of unsorted data. Sorting makes queries fast but costs time after changes. */
export type Tidiness = {
  /** New words are searched linearly until there are more than this. */
  readonly maxUnsortedWords: number
  /** Recent postings stay in linked lists until there are more than this, and a quarter of all. */
  readonly maxRecentPostings: number
  /** Records of deleted texts stay until they exceed this, bytes, and a third of all. */
  readonly maxDeletedBytes: number
}

export const TIDINESS: Tidiness = { maxUnsortedWords: 8_192, maxRecentPostings: 50_000, maxDeletedBytes: 1_000_000 }
