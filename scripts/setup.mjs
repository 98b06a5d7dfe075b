// Runs before start, dev, test and package, and installs what is missing: `node scripts/setup.mjs [packages|package|start|test]`. It has no
// dependencies, and it imports other scripts only after it has checked that Node is new enough for them.
const OLDEST_NODE = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `clarion: Node ${process.versions.node} is too old. Install ${OLDEST_NODE.join('.')} or newer from https://nodejs.org, then run this again.`,
  )
  process.exit(1)
}

const purpose = process.argv[2] ?? 'start'
const { command } = await import('./say.mjs')

await command(async () => {
  const { ensurePackages } = await import('./packages.mjs')
  await ensurePackages()
  if (purpose === 'packages') return
  const { ensureElectron } = await import('./electron-runtime.mjs')
  const electron = await ensureElectron()
  // Packaging opens no window, so it needs no display.
  if (purpose === 'package') return
  const { ensureSystem } = await import('./system.mjs')
  await ensureSystem(electron, purpose)
  if (purpose !== 'test') return
  const { ensureKeyring } = await import('./keyring.mjs')
  await ensureKeyring()
  const { ensureNotifyLibrary } = await import('./notify-library.mjs')
  await ensureNotifyLibrary()
  const { ensureDependencies } = await import('./deb/private-system.mjs')
  await ensureDependencies()
})
