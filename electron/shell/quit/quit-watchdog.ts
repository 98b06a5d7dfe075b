/** How long a quit may take, s. */
export const QUIT_LIMIT_S = 10

export type WatchdogCommand = { readonly file: string; readonly args: readonly string[] }

/**
 * Waits for a process to end, and ends it after the limit. A process of the same id that started at another time is another process: the
 * system may have given the id away meanwhile.
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
 * The program that watches a quit. It is a process of its own, since the one that hangs may hang in native code, and a small program of the
 * system, since a package cannot run itself as Node (see its fuses).
 */
export function quitWatchdog(
  platform: string,
  watched: { readonly pid: number; readonly limitS: number },
  systemRoot = 'C:\\Windows',
): WatchdogCommand {
  const { pid, limitS } = watched
  if (platform !== 'win32')
    return { file: '/bin/sh', args: ['-c', POSIX_SCRIPT, 'quit-watchdog', `${pid}`, `${limitS}`] }
  // The handle that Get-Process opens keeps the id from being given away.
  const wait = `if ($p -and -not $p.WaitForExit(${limitS * 1_000})) { $p.Kill() }`
  const find = `$p = Get-Process -Id ${pid} -ErrorAction SilentlyContinue`
  return {
    file: [systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'].join('\\'),
    args: ['-NoProfile', '-NonInteractive', '-Command', `${find}; ${wait}`],
  }
}
