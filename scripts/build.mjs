import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { forgetLegal, writeNotices } from './legal/write-legal.mjs'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

const SOURCES = ['src', 'electron', 'scripts/legal', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
/** Written after a complete production build. Without it, out/ contains the files of `npm run dev` or of a failed build. */
const STAMP = join(ROOT, 'out', 'built')

/** Epoch ms of the latest change below a path. Includes the times of folders, because only they change when a file is deleted. */
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

/** The path of a package's script, to run with this Node. */
export function tool(packageName, file) {
  return join(ROOT, 'node_modules', packageName, file)
}

/** Builds the app into out/ for production. Throws a Trouble when the build fails. */
export async function build() {
  forgetBuild()
  forgetLegal()
  const startedAt = new Date()
  say('building')
  const { code, output } = await run(process.execPath, [tool('electron-vite', 'bin/electron-vite.js'), 'build'], {
    quiet: true,
  })
  if (code !== 0) throw new Trouble(`the build failed:\n${output}`)
  writeNotices()
  writeFileSync(STAMP, `${startedAt.toISOString()}\n`)
}

export async function buildIfStale() {
  if (!isBuildFresh()) await build()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await command(build)
