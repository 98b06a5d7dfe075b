/**
 * Whether an error means that Chromium couldn't load a module's file, because an update has replaced it. An error inside a loaded module is a
 * bug.
 */
export function isMissingFile(error: unknown): boolean {
  return error instanceof TypeError && error.message.startsWith('Failed to fetch dynamically imported module')
}
