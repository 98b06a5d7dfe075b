/** What is on the disk of an earlier version. */
export type OldFiles = {
  /** Unsealed databases in the profile, where the default session had them. */
  readonly areInProfile: boolean
  /** Unsealed databases in the folder from which they are read. */
  readonly areInFolder: boolean
  /** That folder exists. */
  readonly hasFolder: boolean
  /** Everything in that folder was carried over. */
  readonly isOver: boolean
}

/** `remove` the folder, `move` the databases into it, or `read` them. After `remove` and `move` there may be another step. */
export type Step = 'remove' | 'move' | 'read' | 'nothing'

/**
 * What to do with the files before Chromium opens any of them. What is not carried over yet is read before newer data of an earlier
 * version is moved.
 */
export function nextStep({ areInProfile, areInFolder, hasFolder, isOver }: OldFiles): Step {
  if (isOver) return hasFolder ? 'remove' : 'nothing'
  if (areInFolder) return 'read'
  if (areInProfile) return 'move'
  return hasFolder ? 'remove' : 'nothing'
}
