import { afterAll } from 'vitest'
import { openVirtualDisplay } from '../../scripts/display.mjs'

// On Linux each file of a project that opens windows has its own Xvfb display. No window appears on the developer's desktop, and files that
// run in parallel cannot take focus or key events from each other. macOS and Windows always have a desktop and no Xvfb.
if (process.platform === 'linux') {
  const display = await openVirtualDisplay()
  Object.assign(process.env, display.env)
  afterAll(display.close)
}
