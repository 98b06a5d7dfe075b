/**
 * Whether a part of the window could not be loaded, as Chromium says it: its file is gone, for an update has put others in its place. What fails
 * within a part that was loaded is a bug.
 */
export function isMissingFile(error: unknown): boolean {
  return error instanceof TypeError && error.message.startsWith('Failed to fetch dynamically imported module')
}
