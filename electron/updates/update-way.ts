import type { NoUpdates } from '../../src/shared/updates.ts'

/** How an installation replaces itself. */
export type UpdateWay = 'app-image' | 'nsis' | 'mac'

type Installation = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isPackaged: boolean
  /** `resources/package-type`, which electron-builder writes into deb, rpm and pacman packages; '' where there is none. */
  readonly packageType: string
  /** Null when there is none. */
  readonly feed: string | null
  readonly isOffByPolicy: boolean
}

/** How this installation updates itself, or why it doesn't. */
export function updateWay(installation: Installation): { readonly way: UpdateWay } | { readonly off: NoUpdates } {
  const { isPackaged, feed, isOffByPolicy } = installation
  if (isOffByPolicy) return { off: 'policy' }
  // In development, tests name a feed and an AppImage.
  if (!isPackaged && feed === null) return { off: 'development' }
  const way = wayOf(installation)
  if ('off' in way) return way
  return feed === null ? { off: 'no-feed' } : way
}

function wayOf({ platform, env, packageType }: Installation): ReturnType<typeof updateWay> {
  const isSet = (name: string): boolean => (env[name] ?? '') !== ''
  if (platform === 'darwin') return { way: 'mac' }
  // Set by electron-builder's portable program.
  if (platform === 'win32') return isSet('PORTABLE_EXECUTABLE_FILE') ? { off: 'portable' } : { way: 'nsis' }
  // Before APPIMAGE: a terminal that is an AppImage passes its own variable to every program.
  if (packageType !== '' || isSet('FLATPAK_ID') || isSet('SNAP')) return { off: 'package-manager' }
  return isSet('APPIMAGE') ? { way: 'app-image' } : { off: 'archive' }
}

/** Where Clarion looks for new versions: the policy's address before the build's. Null without a usable one. */
export function feedAddress(addresses: readonly (string | null)[]): string | null {
  return addresses.find((address) => address !== null && isFeed(address)) ?? null
}

/** https, or http on this computer, without a user name, which would be a secret in every request. */
function isFeed(address: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(address)
    const isEncrypted = protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname))
    return isEncrypted && username === '' && password === ''
  } catch {
    return false
  }
}

function isThisComputer(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]'
}

/** The address in the `app-update.yml` that electron-builder writes into a package; null when it has none. */
export function feedInBuild(yaml: string): string | null {
  return /^url: *['"]?(\S+?)['"]?$/m.exec(yaml)?.[1] ?? null
}
