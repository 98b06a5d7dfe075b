import { execFileSync, spawnSync } from 'node:child_process'

/**
 * Kills a child process and its descendants. Does nothing for a child that has ended, because its id may belong to another process.
 * @param {import('node:child_process').ChildProcess} child
 */
export function killTree(child) {
  const { pid, exitCode, signalCode } = child
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  if (process.platform === 'win32') return killTreeOnWindows(pid)
  for (const id of [...listDescendants(pid), pid]) kill(id)
}

function killTreeOnWindows(pid) {
  try {
    execFileSync('taskkill', ['/pid', `${pid}`, '/t', '/f'], { stdio: 'ignore' })
  } catch {
    // The process has already ended.
  }
}

/** Ids of all descendants, the deepest first. A small container may have no `ps`: none is found there. */
function listDescendants(pid) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const lines = (stdout ?? '').trim().split('\n')
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent) =>
    processes.filter(([, parentId]) => parentId === parent).flatMap(([id]) => [...below(id), id])
  return below(pid)
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // The process has already ended.
  }
}
