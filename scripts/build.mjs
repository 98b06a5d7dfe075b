import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

const SOURCES = ['src', 'electron', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
/** Written after a whole production build, and only then: what `npm run dev` or half a build leaves in out/ is no build. */
const STAMP = join(ROOT, 'out', 'built')

/** Epoch ms of the newest change below a path. A folder's own time counts: it is the only trace of a deleted file. */
function newestChange(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), stat.mtimeMs)
}

export function isBuildFresh() {
  if (!existsSync(STAMP)) return false
  const builtAt = statSync(STAMP).mtimeMs
  return SOURCES.every((source) => newestChange(join(ROOT, source)) < builtAt)
}

export function forgetBuild() {
  rmSync(STAMP, { force: true })
}

/** The program that a package brings along, run by this Node. */
export function tool(packageName, file) {
  return join(ROOT, 'node_modules', packageName, file)
}

/** Builds the app into out/ for production. Throws trouble when it does not build. */
export async function build() {
  forgetBuild()
  const startedAt = new Date()
  say('building')
  const { code, output } = await run(process.execPath, [tool('electron-vite', 'bin/electron-vite.js'), 'build'], {
    quiet: true,
  })
  if (code !== 0) throw new Trouble(`the build failed:\n${output}`)
  writeFileSync(STAMP, `${startedAt.toISOString()}\n`)
}

export async function buildIfStale() {
  if (!isBuildFresh()) await build()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await command(build)
