/** What an allowed switch may be set to. `null`: it has no value. */
type Values = RegExp | null

/**
 * The switches that a user, an administrator or a desktop has reason to give. Everything else is refused, because among Chromium's
 * thousand switches many open the app to others: debuggers, wrappers of child processes, parts of the sandbox. Even a switch to turn on
 * features can turn the sandbox off, so such a switch may name known features only.
 */
const ALLOWED: ReadonlyMap<string, Values> = new Map<string, Values>([
  ['user-data-dir', /./],
  ['lang', /^[\w-]{2,35}$/],
  // Ours: a start that opens no window.
  ['hidden', null],
  // What tells the window's place in a task bar, and where the system keeps secrets. With `basic`, the key stays in memory.
  ['class', /^[\w.-]+$/],
  ['name', /^[\w.-]+$/],
  ['password-store', /^(?:basic|gnome|gnome-libsecret|kwallet[56]?)$/],
  // Screens: Wayland, sharpness, broken graphics drivers, small containers.
  ['ozone-platform', /^(?:x11|wayland)$/],
  ['ozone-platform-hint', /^(?:auto|x11|wayland)$/],
  [
    'enable-features',
    /^(?:UseOzonePlatform|WaylandWindowDecorations)(?:,(?:UseOzonePlatform|WaylandWindowDecorations))?$/,
  ],
  ['enable-wayland-ime', null],
  ['wayland-text-input-version', /^[13]$/],
  ['gtk-version', /^[34]$/],
  ['force-device-scale-factor', /^\d(?:\.\d+)?$/],
  ['high-dpi-support', /^[01]$/],
  ['disable-gpu', null],
  ['disable-gpu-compositing', null],
  ['disable-dev-shm-usage', null],
  // Aids for reading.
  ['force-renderer-accessibility', null],
  ['force-high-contrast', null],
  ['force-prefers-reduced-motion', null],
])

/** What the system itself adds: on Windows the installer after an update and a click on a notification, on older macOS the Finder. */
const OF_SYSTEM: Readonly<Record<string, RegExp>> = {
  win32: /^(?:--updated|-Embedding|-ToastActivated)$/,
  darwin: /^-psn_\d+_\d+$/,
}

/** Characters of a refused argument that are shown. */
const MAX_SHOWN = 80

/**
 * The first argument that looks like a switch and is not allowed, without its value; null when there is none. `args` lacks the executable.
 *
 * Chromium reads `-x` like `--x`, and on Windows `/x` and any capitals too. Only the usual spelling is allowed here, and also after `--`,
 * where Chromium reads no more switches. So nothing depends on reading a command line exactly as Chromium does.
 */
export function refusedSwitch(args: readonly string[], platform: string): string | null {
  const refused = args.map((arg) => arg.trim()).find((arg) => isSwitch(arg, platform) && !isAllowed(arg, platform))
  return refused === undefined ? null : (/^[^=]*/.exec(refused)?.[0] ?? '').slice(0, MAX_SHOWN)
}

function isSwitch(arg: string, platform: string): boolean {
  if (arg === '-' || arg === '--') return false
  return arg.startsWith('-') || (platform === 'win32' && arg.startsWith('/'))
}

function isAllowed(arg: string, platform: string): boolean {
  if (OF_SYSTEM[platform]?.test(arg) === true) return true
  const [, name, value] = /^--([a-z-]+)(?:=([^]*))?$/.exec(arg) ?? []
  const values = name === undefined ? undefined : ALLOWED.get(name)
  if (values === undefined) return false
  return values === null ? value === undefined : value !== undefined && values.test(value)
}
