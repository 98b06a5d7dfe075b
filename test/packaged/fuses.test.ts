import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/electron.mjs'
import { packagedExecutable } from '../support/packaged-app.ts'

/** The fuses that electron-builder.yml sets. The test reads them from the packaged executable. */
const FUSES: readonly (readonly [keyof typeof FuseV1Options, FuseState])[] = [
  ['RunAsNode', FuseState.DISABLE],
  ['EnableCookieEncryption', FuseState.ENABLE],
  ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
  ['EnableNodeCliInspectArguments', FuseState.DISABLE],
  ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
  ['OnlyLoadAppFromAsar', FuseState.ENABLE],
]

describe('the packaged app', () => {
  it.each(FUSES)('has the expected fuse %s', async (name, expected) => {
    const wire = await getCurrentFuseWire(packagedExecutable())
    expect(wire[FuseV1Options[name]]).toBe(expected)
  })

  it('denies extra privileges to file pages when its Electron has the fuse', async () => {
    const wire = await getCurrentFuseWire(packagedExecutable())
    const expected = findElectron()?.isFallback === true ? undefined : FuseState.DISABLE
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(expected)
  })
})
