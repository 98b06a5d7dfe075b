import type { Sandbox } from '../../electron/sandbox/server.ts'

/** Paths of the threads that the app has read. */
export function threadsRead(server: Sandbox): ReadonlySet<string> {
  const reads = server.journal
    .requests()
    .filter((request) => request.method === 'GET' && request.path.startsWith('/conversations/'))
  return new Set(reads.map((request) => request.path))
}
