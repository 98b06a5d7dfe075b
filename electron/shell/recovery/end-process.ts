import type { WebContents } from 'electron'

/**
 * Ends the page's process at once, also when it hangs. False when it is gone already. Electron's own way makes the process crash on Linux,
 * and the system may then write its memory to the disk; a killed process leaves nothing.
 */
export function endProcess(page: Pick<WebContents, 'getOSProcessId'>): boolean {
  const id = page.getOSProcessId()
  // 0 would be this process and its children.
  if (id <= 0) return false
  try {
    return process.kill(id, 'SIGKILL')
  } catch {
    return false
  }
}
