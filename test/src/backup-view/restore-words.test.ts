import { describe, expect, it } from 'vitest'
import { resultTitle } from '../../../src/backup-view/restore-words.ts'
import type { RestoredWorkspace } from '../../../src/device-backup/restore-device.ts'

const IMPORTED = { ops: 0, drafts: 0, flags: 0, notes: 0, snippets: 0, conflicts: [], unusable: 0 }
const done: RestoredWorkspace = { name: 'Support', outcome: { is: 'restored', imported: IMPORTED } }
const failed: RestoredWorkspace = { name: 'Sales', outcome: { is: 'not-stored' } }

describe('resultTitle', () => {
  it.each([
    ['all workspaces', [done, done], 'Restored'],
    ['one of two workspaces', [failed, done], 'Partly restored'],
    ['no workspace', [failed], 'Nothing restored'],
    ['the settings of a backup without workspaces', [], 'Restored'],
  ])('says what became of %s', (_, restored, title) => {
    expect(resultTitle(restored)).toBe(title)
  })
})
