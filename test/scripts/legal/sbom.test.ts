import { expect, it } from 'vitest'
import { noticesOf } from '../../../scripts/legal/notices.mjs'
import { sbomOf } from '../../../scripts/legal/sbom.mjs'

const PACKAGES = [
  { name: '@scope/a', version: '1.0.0', license: 'MIT', text: 'Shared text', integrity: 'sha512-AQID' },
  { name: 'b', version: '2.0.0', license: 'MIT OR Apache-2.0', text: 'Text of b', integrity: null },
  { name: 'c', version: '3.0.0', license: 'MIT', text: 'Shared text', integrity: null },
]
const PARTS = {
  app: { name: 'clarion', version: '0.1.0' },
  packages: PACKAGES,
  electron: '45.4.1',
  chromium: '156.0.8078.100',
}

it('the parts list names each package, Electron and Chromium', () => {
  const { components } = sbomOf(PARTS)
  expect(components).toMatchObject([
    {
      name: '@scope/a',
      version: '1.0.0',
      purl: 'pkg:npm/%40scope/a@1.0.0',
      hashes: [{ alg: 'SHA-512', content: '010203' }],
      licenses: [{ license: { id: 'MIT' } }],
    },
    { name: 'b', version: '2.0.0', licenses: [{ expression: 'MIT OR Apache-2.0' }] },
    { name: 'c', version: '3.0.0' },
    { name: 'electron', version: '45.4.1', purl: 'pkg:npm/electron@45.4.1' },
    { name: 'chromium', version: '156.0.8078.100' },
  ])
})

it('the parts list is the same each time and refers only to its own components', () => {
  const sbom = sbomOf(PARTS)
  expect(JSON.stringify(sbom)).toBe(JSON.stringify(sbomOf(PARTS)))
  expect(Object.keys(sbom)).not.toContain('serialNumber')
  expect(Object.keys(sbom.metadata)).not.toContain('timestamp')
  const refs = [sbom.metadata.component, ...sbom.components].map((part) => part['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  for (const { ref, dependsOn } of sbom.dependencies) expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]))
})

it('the licenses name every package and give a shared text once', () => {
  const notices = noticesOf(PACKAGES)
  expect(notices).toContain('@scope/a 1.0.0 (MIT)\nc 3.0.0 (MIT)\n\nShared text\n')
  expect(notices).toContain('b 2.0.0 (MIT OR Apache-2.0)\n\nText of b\n')
  expect(notices.match(/Shared text/g)).toHaveLength(1)
})
