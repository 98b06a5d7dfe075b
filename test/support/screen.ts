import { afterAll } from 'vitest'
import { openVirtualDisplay } from '../../scripts/display.mjs'

// Each file of a project that opens windows has a screen of its own: no window pops up on the user's desktop, and files that run side by side
// can't take the focus or the real keys of each other's windows. macOS and Windows always have a desktop, and nothing like Xvfb.
if (process.platform === 'linux') {
  const display = await openVirtualDisplay()
  Object.assign(process.env, display.env)
  afterAll(display.close)
}
