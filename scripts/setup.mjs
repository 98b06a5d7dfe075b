// Runs before start, dev, test and package: does what is missing, nothing else. No dependency, and no import before Node's version is known
// to be new enough to read the other scripts. `node scripts/setup.mjs [packages|package|start|test]` names what it must be enough for.
const OLDEST_NODE = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `clarion: Node ${process.versions.node} is too old: ${OLDEST_NODE.join('.')} or newer is needed. Get it from https://nodejs.org and run this again.`,
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
  // Packing opens no window.
  if (purpose === 'package') return
  const { ensureSystem } = await import('./system.mjs')
  await ensureSystem(electron, purpose)
})
