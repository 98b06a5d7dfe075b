import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/electron.mjs'
import { FUSES } from '../support/fuses.ts'
import { packagedExecutable } from '../support/packaged-app.ts'

const NAMES = Object.keys(FUSES) as (keyof typeof FUSES)[]

describe('the packaged app', () => {
  it.each(NAMES)('has the expected fuse %s', async (name) => {
    const wire = await getCurrentFuseWire(packagedExecutable())
    // The older Electron lacks one of them.
    const isMissing = name === 'GrantFileProtocolExtraPrivileges' && findElectron()?.isFallback === true
    const expected = FUSES[name] ? FuseState.ENABLE : FuseState.DISABLE
    expect(wire[FuseV1Options[name]]).toBe(isMissing ? undefined : expected)
  })
})
