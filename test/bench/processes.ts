import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ElectronApplication } from 'playwright-core'
import { invariant } from '../../src/shared/failure.ts'

/** What all processes of an app take. Linux only: elsewhere everything is 0. */
export type Rest = {
  /** Memory, each shared page counted once among those that share it, MB. */
  readonly pssMb: number
  readonly cpuPercent: number
  readonly processes: number
}

/** Linux counts a hundred ticks a second. */
const TICKS_PER_SECOND = 100

/** Memory, and CPU over the time, of an app that has nothing to do. */
export async function measureRest(app: ElectronApplication, overMs: number): Promise<Rest> {
  const [before, at] = [cpuSeconds(app), performance.now()]
  await wait(overMs)
  const seconds = (performance.now() - at) / 1_000
  const pids = treeOf(rootOf(app))
  const pssKb = pids.reduce((sum, pid) => sum + pssOf(pid), 0)
  return {
    pssMb: pssKb / 1_024,
    cpuPercent: (100 * (cpuSeconds(app) - before)) / seconds,
    processes: pids.length,
  }
}

/** CPU time of all processes of the app that run, so far. */
export function cpuSeconds(app: ElectronApplication): number {
  const ticks = treeOf(rootOf(app)).map((pid) => Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0))
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND
}

/** All files below a folder, bytes. */
export function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

function rootOf(app: ElectronApplication): number {
  const { pid } = app.process()
  invariant(pid !== undefined, 'the app runs')
  return pid
}

function statOf(pid: number): readonly string[] {
  try {
    // The name before it is in parentheses and may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return []
  }
}

/** The process and all that it started. */
function treeOf(root: number): readonly number[] {
  if (process.platform !== 'linux') return [root]
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statOf(Number(name))[1]) }))
  const below = (parent: number): readonly number[] =>
    all.filter((one) => one.parent === parent).flatMap(({ pid }) => [pid, ...below(pid)])
  return [root, ...below(root)]
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
