/** Main's backup of unsent ops beside the database, from which they are restored when the browser deletes the database. */

/** An op in the backup. Main encrypts and returns it, but does not interpret it. */
export type RememberedOp = {
  readonly opId: string
  /** JSON of the op and the data that it needs without the cache. */
  readonly payload: string
}

export type LostOp = RememberedOp & {
  /** Epoch ms of main's requests for this op that may have taken effect. The op's own attempts may lack some of them. */
  readonly requestedAt: readonly number[]
}

/** Main's knowledge of the database that the window has just opened. */
export type OpenedDatabase = {
  /** The id that the database must have. A database with another id or none adopts it in one transaction with `lostOps`. */
  readonly installId: string
  /** True when this is not the last known database: the browser has deleted that one. */
  readonly isLost: boolean
  /** Main's backup of the lost database's unsent ops is lost too. */
  readonly isCopyLost?: boolean
  /** Unsent ops of the lost database, oldest first. */
  readonly lostOps: readonly LostOp[]
  /** Number of further ops that cannot be decrypted, because the keychain is locked or missing. */
  readonly unreadableOps: number
  /** Ids of the ops in main's backup of this database. */
  readonly rememberedIds: readonly string[]
}
