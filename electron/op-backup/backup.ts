import { randomUUID } from 'node:crypto'
import type { LostOp, OpenedDatabase, RememberedOp } from '../../src/shared/op-backup.ts'
import type { KeyVault } from '../accounts/api-key.ts'
import type { BackupFile } from './backup-file.ts'
import {
  applyLine,
  type BackupEntry,
  type BackupState,
  type KeptOp,
  type Line,
  readLines,
  requestsOf,
  toTexts,
} from './backup-lines.ts'

/** Outdated characters in the file before it is rewritten. */
const MAX_WASTE = 1_000_000

/**
 * A copy of a workspace's unsent ops beside its database, because Chromium may delete the whole database without notice. It also
 * stores the id of the workspace's database, so that the loss is detected. Each call is on the disk when it returns, or throws. While the
 * vault can't seal, nothing is written: the backup then exists in memory only.
 */
export class OpBackup {
  readonly #file: BackupFile
  readonly #vault: KeyVault
  #state: BackupState
  #waste = 0
  /** The file lacks what happened while the vault couldn't seal. */
  #isFileBehind = false

  constructor(file: BackupFile, vault: KeyVault) {
    this.#file = file
    this.#vault = vault
    this.#state = readLines(file.read())
  }

  opened(installId: string | null): OpenedDatabase {
    const { installId: known, offeredId, entries, requests } = this.#state
    // A request can be noted before the window reports its op. An op without an entry has ended.
    for (const opId of [...requests.keys()]) if (!entries.has(opId)) requests.delete(opId)
    // If main knows no database, it accepts the one that exists.
    const isOurs = installId !== null && (installId === known || installId === offeredId || known === null)
    if (isOurs) {
      if (installId !== known) this.#rewrite({ ...this.#state, installId, offeredId: null })
      return { installId, isLost: false, ...this.#opsFor(installId) }
    }
    const offered = offeredId ?? randomUUID()
    if (offered !== offeredId) this.#append([{ offered }])
    return { installId: offered, isLost: known !== null || entries.size > 0, ...this.#opsFor(offered) }
  }

  /** The stored content of these ops, without those that cannot be opened now. */
  recall(opIds: readonly string[]): readonly LostOp[] {
    return opIds.flatMap((opId) => {
      const entry = this.#state.entries.get(opId)
      const payload = entry === undefined ? null : this.#open(entry)
      return payload === null ? [] : [{ opId, payload, requestedAt: requestsOf(this.#state, opId) }]
    })
  }

  remember(ops: readonly RememberedOp[]): void {
    const of = this.#state.installId
    this.#append(ops.map(({ opId, payload }) => ({ accept: opId, of, kept: this.#seal(payload) })))
  }

  forget(opIds: readonly string[]): void {
    this.#append(opIds.map((done) => ({ done })))
    // Message texts must not stay on the disk longer than needed.
    if (this.#state.entries.size === 0 && opIds.length > 0) this.#rewrite(this.#state)
  }

  /** Call this before a request is sent, so that a restored op is known to have been sent before. */
  request(opId: string, at: number): void {
    this.#append([{ request: opId, at }])
  }

  /** The last request certainly had no effect. */
  noEffect(opId: string): void {
    this.#append([{ noEffect: opId }])
  }

  /** Deletes the backup when the user removes the workspace. */
  remove(): void {
    this.#file.remove()
    this.#state = readLines([])
  }

  #opsFor(installId: string): Pick<OpenedDatabase, 'lostOps' | 'unreadableOps' | 'rememberedIds'> {
    const entries = [...this.#state.entries]
    const orphans = entries.filter(([, { of }]) => of !== installId)
    const lostOps = this.recall(orphans.map(([opId]) => opId))
    return {
      lostOps,
      unreadableOps: orphans.length - lostOps.length,
      rememberedIds: entries.flatMap(([opId, { of }]) => (of === installId ? [opId] : [])),
    }
  }

  #seal(payload: string): KeptOp {
    const sealed = this.#vault.seal(payload)
    return sealed === null ? { plain: payload } : { sealed }
  }

  #open({ kept }: BackupEntry): string | null {
    return 'plain' in kept ? kept.plain : this.#vault.open(kept.sealed)
  }

  #append(lines: readonly Line[]): void {
    if (lines.length === 0) return
    const mayWrite = this.#vault.canSeal() && !lines.some(isPlain)
    if (mayWrite && !this.#isFileBehind) {
      const texts = lines.map((line) => JSON.stringify(line))
      this.#file.append(texts)
      this.#waste += texts.reduce((sum, text) => sum + text.length, 0)
    }
    for (const line of lines) applyLine(this.#state, line)
    if (!mayWrite) this.#isFileBehind = true
    else if (this.#isFileBehind || this.#waste > MAX_WASTE) this.#rewrite(this.#state)
  }

  #rewrite(state: BackupState): void {
    // Of a time without a keyring, or of an early version.
    for (const [opId, { of, kept }] of state.entries)
      if ('plain' in kept) state.entries.set(opId, { of, kept: this.#seal(kept.plain) })
    const mayWrite = this.#vault.canSeal() && ![...state.entries.values()].some(({ kept }) => 'plain' in kept)
    if (mayWrite) this.#file.replace(toTexts(state))
    this.#isFileBehind = !mayWrite
    this.#state = state
    this.#waste = 0
  }
}

function isPlain(line: Line): boolean {
  return 'accept' in line && 'plain' in line.kept
}
