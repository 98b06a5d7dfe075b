/** The longest that a quit may take, s. */
export const QUIT_LIMIT_S = 10

export type WatchdogCommand = { readonly file: string; readonly args: readonly string[] }

/**
 * Waits for a process to end, and kills it after the limit. A process with the same id and another start time is a different one,
 * because the system may have reused the id.
 */
const POSIX_SCRIPT = `
started() {
  if [ -r "/proc/$1/stat" ]; then
    read -r line < "/proc/$1/stat"
    set -- \${line##*) }
    [ "$1" = Z ] || echo "\${20}"
  else
    ps -o lstart= -p "$1"
  fi 2>/dev/null
}
born=$(started "$1")
left=$2
while [ -n "$born" ] && [ "$(started "$1")" = "$born" ]; do
  if [ "$left" -le 0 ]; then
    kill -9 "$1"
    exit 0
  fi
  sleep 1
  left=$((left - 1))
done
`

/**
 * The command that watches a quit. It runs in its own process, because main may hang in native code. It is a program of the system,
 * because the fuses of a package stop it from running itself as Node.
 */
export function quitWatchdog(
  platform: string,
  watched: { readonly pid: number; readonly limitS: number },
  systemRoot = 'C:\\Windows',
): WatchdogCommand {
  const { pid, limitS } = watched
  if (platform !== 'win32')
    return { file: '/bin/sh', args: ['-c', POSIX_SCRIPT, 'quit-watchdog', `${pid}`, `${limitS}`] }
  // Get-Process holds a handle, so the system cannot reuse the id.
  const wait = `if ($p -and -not $p.WaitForExit(${limitS * 1_000})) { $p.Kill() }`
  const find = `$p = Get-Process -Id ${pid} -ErrorAction SilentlyContinue`
  return {
    file: [systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'].join('\\'),
    args: ['-NoProfile', '-NonInteractive', '-Command', `${find}; ${wait}`],
  }
}
