/**
 * Switches that weaken the packaged app: a debugger can read the key from memory, and other switches turn off the sandbox or web
 * security.
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

/** The first refused switch of the command line; null when there is none. `hasSwitch` uses Chromium's parsing. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return REFUSED.find((name) => hasSwitch(name)) ?? null
}
