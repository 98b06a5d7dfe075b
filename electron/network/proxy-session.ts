import { session } from 'electron'
import { guardSession } from '../guards/page-guards.ts'
import type { Log } from '../storage/log.ts'
import type { ProxySession } from './proxy-lookup.ts'

/** In memory, and no page's. */
const PARTITION = 'proxy'

let opened: Promise<ProxySession> | null = null

/** A session that knows the system's proxy settings and can do nothing else: every request in it is cancelled, as in the default session. */
export function openProxySession(log: Log): Promise<ProxySession> {
  return (opened ??= open(log))
}

async function open(log: Log): Promise<ProxySession> {
  const ours = session.fromPartition(PARTITION)
  await guardSession(ours, null, log, () => false)
  return ours
}
