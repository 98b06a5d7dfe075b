import { execFileSync } from 'node:child_process'

/**
 * Kills a child process and everything that it has started. A child that has ended is left alone: its id may be another process's by now.
 * @param {import('node:child_process').ChildProcess} child
 */
export function killTree(child) {
  const { pid, exitCode, signalCode } = child
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  if (process.platform === 'win32') return killTreeOnWindows(pid)
  for (const one of [...listDescendants(pid), pid]) kill(one)
}

function killTreeOnWindows(pid) {
  try {
    execFileSync('taskkill', ['/pid', `${pid}`, '/t', '/f'], { stdio: 'ignore' })
  } catch {
    // It ended meanwhile.
  }
}

/** The children of the children first. */
function listDescendants(pid) {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent) =>
    processes.filter(([, parentId]) => parentId === parent).flatMap(([id]) => [...below(id), id])
  return below(pid)
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}
