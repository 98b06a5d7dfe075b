import { openVirtualDisplay } from '../../scripts/display.mjs'

/**
 * Run once before the projects that open windows: no window jumps up while somebody works, and none depends on a desktop. The workers inherit
 * the environment. Elsewhere than on Linux there is always a desktop, and nothing like Xvfb.
 */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux') return undefined
  const display = await openVirtualDisplay()
  Object.assign(process.env, display.env)
  return display.close
}
