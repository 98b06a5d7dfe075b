import { execFileSync } from 'node:child_process'
import { expect } from 'vitest'

/** Real key events and windows of an X display, like those of a user. */
export function xdotool(...args: readonly string[]): string {
  try {
    return execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  } catch (error) {
    // xdotool exits with 1 and no output when it finds no window yet. Any other failure is an error.
    const { status, stderr } = error as { readonly status?: number; readonly stderr?: string }
    if (args[0] === 'search' && status === 1 && !stderr) return ''
    throw error
  }
}

export async function xWindowOf(title: string): Promise<string> {
  await expect.poll(() => xdotool('search', '--onlyvisible', '--name', title), { timeout: 30_000 }).not.toBe('')
  return xdotool('search', '--onlyvisible', '--name', title).split('\n').at(-1) ?? ''
}
