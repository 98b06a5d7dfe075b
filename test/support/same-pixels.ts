import { fileURLToPath } from 'node:url'

/** What draws text in the same way on each machine. */
export const SAME_PIXELS = {
  args: ['--font-render-hinting=none', '--disable-lcd-text', '--force-device-scale-factor=1'],
  env: { FONTCONFIG_FILE: fileURLToPath(new URL('../gallery/fonts.conf', import.meta.url)) },
}
