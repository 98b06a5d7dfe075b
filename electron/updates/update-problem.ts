import { networkTroubleOf } from '../../src/shared/network/network-trouble.ts'
import type { UpdateFailure, UpdateProblem } from '../../src/shared/updates.ts'

/** An error with a code, because meaning is never read out of a message. */
export class UpdateError extends Error {
  readonly code: string
  constructor(code: 'CLARION_TOO_LARGE' | 'CLARION_OTHER_SERVER' | 'CLARION_NOT_ENCRYPTED' | `HTTP_ERROR_${number}`) {
    super(code)
    this.code = code
  }
}

type Named = Exclude<UpdateProblem, 'proxy'>

/** By the code of the error. The codes with ERR_UPDATER are electron-updater's. */
const PROBLEMS: Readonly<Record<string, Named>> = {
  CLARION_TOO_LARGE: 'too-large',
  CLARION_OTHER_SERVER: 'other-server',
  CLARION_NOT_ENCRYPTED: 'not-encrypted',
  HTTP_ERROR_404: 'not-found',
  HTTP_ERROR_410: 'not-found',
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: 'not-found',
  ERR_UPDATER_INVALID_UPDATE_INFO: 'no-description',
  ERR_UPDATER_INVALID_VERSION: 'no-description',
  ERR_UPDATER_NO_CHECKSUM: 'no-description',
  ERR_UPDATER_NO_FILES_PROVIDED: 'no-description',
  ERR_UPDATER_INVALID_SIGNATURE: 'signature',
  ERR_CHECKSUM_MISMATCH: 'damaged',
  ENOTFOUND: 'offline',
  EAI_AGAIN: 'offline',
  ECONNREFUSED: 'offline',
  ECONNRESET: 'offline',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EHOSTUNREACH: 'offline',
  EPIPE: 'offline',
  UND_ERR_SOCKET: 'offline',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'offline',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
}

const CERTIFICATE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH)/

export function updateFailureOf(error: unknown): UpdateFailure {
  const { code, proxy } = factsOf(error)
  const trouble = networkTroubleOf(code)
  return trouble === null ? { problem: problemOf(code) } : { problem: 'proxy', trouble, proxy }
}

function problemOf(code: string): Named {
  const known = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined
  if (known !== undefined) return known
  if (code.startsWith('HTTP_ERROR_')) return 'server'
  return CERTIFICATE.test(code) ? 'certificate' : 'other'
}

/** `fetch` wraps the error of the connection. */
function factsOf(error: unknown): { readonly code: string; readonly proxy: string | null } {
  if (!(error instanceof Error)) return { code: '', proxy: null }
  if (!('code' in error && typeof error.code === 'string')) return factsOf(error.cause)
  return { code: error.code, proxy: 'proxy' in error && typeof error.proxy === 'string' ? error.proxy : null }
}
