import { openVirtualDisplay } from '../../scripts/display.mjs'

/**
 * Runs once before the projects that open windows. On Linux it starts Xvfb, so that windows do not appear on the developer's desktop and
 * tests need none. The workers inherit the environment. Other systems always have a desktop.
 */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux') return undefined
  const display = await openVirtualDisplay()
  Object.assign(process.env, display.env)
  return display.close
}
