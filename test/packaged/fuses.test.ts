import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/electron.mjs'
import { packagedExecutable } from '../support/packaged-app.ts'

/** What electron-builder.yml asks for, read back from the artefact itself. */
const FUSES: readonly (readonly [keyof typeof FuseV1Options, FuseState])[] = [
  ['RunAsNode', FuseState.DISABLE],
  ['EnableCookieEncryption', FuseState.ENABLE],
  ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
  ['EnableNodeCliInspectArguments', FuseState.DISABLE],
  ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
  ['OnlyLoadAppFromAsar', FuseState.ENABLE],
]

describe('the packaged app', () => {
  it.each(FUSES)('has fuse %s in its place', async (name, wanted) => {
    const wire = await getCurrentFuseWire(packagedExecutable())
    expect(wire[FuseV1Options[name]]).toBe(wanted)
  })

  it('grants file pages nothing, where its Electron is new enough to have the fuse', async () => {
    const wire = await getCurrentFuseWire(packagedExecutable())
    const wanted = findElectron()?.isFallback === true ? undefined : FuseState.DISABLE
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(wanted)
  })
})
