import { describe, expect, it } from 'vitest'
import { isInstalledAsLocked } from '../../scripts/packages.mjs'

const LOCK = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
}
const installed = (packages: Readonly<Record<string, object>>): object => ({ packages })
const REACT = { version: '19.3.1' }

describe('isInstalledAsLocked', () => {
  it.each([
    [
      'everything is installed',
      installed({ 'node_modules/react': REACT, 'node_modules/fsevents': { version: '2.3.3' } }),
      true,
    ],
    ['a package for another system is missing', installed({ 'node_modules/react': REACT }), true],
    ['a package is missing', installed({ 'node_modules/fsevents': { version: '2.3.3' } }), false],
    ['a package has another version', installed({ 'node_modules/react': { version: '18.0.0' } }), false],
    [
      'an optional package has another version',
      installed({ 'node_modules/react': REACT, 'node_modules/fsevents': { version: '1.0.0' } }),
      false,
    ],
    [
      'an installed package is not in the lock file',
      installed({ 'node_modules/react': REACT, 'node_modules/left': REACT }),
      false,
    ],
    ['nothing was ever installed', null, false],
  ])('when %s gives %s', (_, present, expected) => {
    expect(isInstalledAsLocked(LOCK, present)).toBe(expected)
  })
})
