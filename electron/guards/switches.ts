/**
 * Switches that would open the packaged app to whoever starts it: a debugger that reads the key out
 * of memory, a page without its sandbox, a web without its rules.
 */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'js-flags',
  'no-sandbox',
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'load-extension',
  'disable-extensions-except',
  'auto-open-devtools-for-tabs',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
] as const

/** The first refused switch the app was started with; null when there is none. `hasSwitch` answers as Chromium itself parsed the line. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return REFUSED.find((name) => hasSwitch(name)) ?? null
}
