import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { permissionPolicy } from '../../../electron/guards/permissions.ts'

/** Every permission name of this Electron version, from its type file, so that the tests cover new names. */
function listPermissionNames(): readonly string[] {
  const types = readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts'),
    'utf8',
  )
  const lines = types.split('\n').filter((line) => /setPermission(Request|Check)Handler\(handler/.test(line))
  const unions = lines.flatMap((line) => /permission: ((?:'[\w-]+'(?: \| )?)+)/.exec(line)?.[1]?.match(/[\w-]+/g) ?? [])
  return [...new Set(unions)]
}

describe('permissionPolicy', () => {
  it.each(listPermissionNames())('denies %s', (name) => {
    expect(permissionPolicy(name)).toBe(false)
  })

  it('is tested with the names of this version', () => {
    expect(listPermissionNames()).toEqual(
      expect.arrayContaining(['geolocation', 'media', 'midi', 'notifications', 'openExternal', 'usb', 'unknown']),
    )
  })

  it.each(['', 'Notifications', 'notifications ', 'toString', '__proto__'])('denies an unknown name: %j', (name) => {
    expect(permissionPolicy(name)).toBe(false)
  })
})
