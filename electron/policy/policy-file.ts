import { X509Certificate } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, win32 } from 'node:path'
import { splitPem } from '../network/trust.ts'
import { parsePolicy, type PolicyFile, type PolicyProblem } from './policy-format.ts'
import { windowsAccessProblem } from './windows-access.ts'

/** The file of this system, as it was read at the start. */
export type PolicyReading =
  | { readonly state: 'absent' }
  | { readonly state: 'valid'; readonly file: PolicyFile; readonly certificates: readonly string[] }
  | { readonly state: 'broken'; readonly path: string; readonly problem: PolicyProblem }

type Environment = Readonly<Record<string, string | undefined>>

/** Bytes. A file with every field and 200 hosts has a tenth of this. */
const MAX_POLICY_BYTES = 64 * 1024
/** Bytes. The bundle of a whole system has a quarter of this. */
const MAX_CA_BYTES = 1024 * 1024

/** Where administrators put the file. */
export function policyPathOf(platform: string, env: Environment): string {
  if (platform === 'darwin') return '/Library/Application Support/Clarion/policy.json'
  if (platform === 'win32')
    return win32.join(env['ProgramData'] ?? String.raw`C:\ProgramData`, 'Clarion', 'policy.json')
  return '/etc/clarion/policy.json'
}

export type PolicyPlace = {
  readonly path: string
  readonly platform: string
  /** In development, the file may belong to the user and be anywhere. */
  readonly isTest: boolean
}

/** `CLARION_POLICY_FILE` counts in development only: a user must not choose the policy of a package. */
export function policyPlaceOf(platform: string, env: Environment, isPackaged: boolean): PolicyPlace {
  const chosen = isPackaged ? undefined : env['CLARION_POLICY_FILE']
  return { path: chosen ?? policyPathOf(platform, env), platform, isTest: chosen !== undefined }
}

/** Reads the policy file and the certificates that it names. Never throws. A file that can't be used is `broken` as a whole. */
export function readPolicyFile(place: PolicyPlace): PolicyReading {
  const broken = (problem: PolicyProblem): PolicyReading => ({ state: 'broken', path: place.path, problem })
  const read = readTrusted(place, place.path, MAX_POLICY_BYTES)
  if (read === null) return { state: 'absent' }
  if ('why' in read) return broken(read)
  const parsed = parsePolicy(read.text)
  if (!parsed.ok) return broken(parsed.problem)
  const { caFile } = parsed.file
  const certificates = caFile === undefined ? [] : readCertificates(place, caFile)
  return certificates === null ? broken({ why: 'certificates' }) : { state: 'valid', file: parsed.file, certificates }
}

/** Null unless every certificate of the file can be used. */
function readCertificates(place: PolicyPlace, path: string): readonly string[] | null {
  const read = readTrusted(place, path, MAX_CA_BYTES)
  const found = read === null || 'why' in read ? [] : splitPem(read.text)
  return found.length > 0 && found.every(isCertificate) ? found : null
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

type Read = { readonly text: string } | PolicyProblem | null

/** Null when there is no such file. The checks are of the opened file, so that it can't be exchanged between the check and the reading. */
function readTrusted(place: PolicyPlace, path: string, maxBytes: number): Read {
  let file: number
  try {
    // Without waiting for the writer of a pipe.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { why: 'unreadable' }
  }
  try {
    const found = fstatSync(file)
    if (!found.isFile()) return { why: 'unreadable' }
    const problem = accessProblem(place, path, found)
    if (problem !== null) return problem
    const bytes = Buffer.alloc(maxBytes + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    return length > maxBytes ? { why: 'huge' } : { text: bytes.toString('utf8', 0, length) }
  } catch {
    return { why: 'unreadable' }
  } finally {
    closeSync(file)
  }
}

type Access = { readonly uid: number; readonly mode: number }

/** Why the file may not be the administrator's. Also each folder above it, because who may write there can put another file in its place. */
function accessProblem({ platform, isTest }: PolicyPlace, path: string, file: Access): PolicyProblem | null {
  if (platform === 'win32') return isTest ? null : windowsAccessProblem(path)
  const owners = isTest ? [0, process.getuid?.() ?? 0] : [0]
  const above = isTest ? [] : foldersAbove(realpathSync(path)).map((folder) => statSync(folder))
  return ownershipProblem([file, ...above], owners)
}

/** `owners`: the user ids that count as an administrator's. */
export function ownershipProblem(files: readonly Access[], owners: readonly number[]): PolicyProblem | null {
  if (files.some(({ uid }) => !owners.includes(uid))) return { why: 'owner' }
  return files.some(({ mode }) => (mode & WRITABLE_BY_OTHERS) !== 0) ? { why: 'writable' } : null
}

/** The write bits of group and others. */
const WRITABLE_BY_OTHERS = 0o022

function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path)
  return folder === path ? [] : [folder, ...foldersAbove(folder)]
}
