/** How much may lie about before it is put in order: order makes questions quick, and costs time after each change. */
export type Tidiness = {
  /** New words are looked through one by one until there are this many. */
  readonly mostUnsortedWords: number
  /** Young postings are followed one by one until there are this many, and a quarter of all. */
  readonly mostYoungPostings: number
  /** Records of what is gone stay until there is this much of them, bytes, and a third of all. */
  readonly mostGoneBytes: number
}

export const TIDINESS: Tidiness = { mostUnsortedWords: 8_192, mostYoungPostings: 50_000, mostGoneBytes: 1_000_000 }
