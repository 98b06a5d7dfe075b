import { guardsOf } from '../../scripts/guard-rules.mjs'

/** What the app is made of. */
export const SUPPLY = [
  ...guardsOf({ row: 'Few packages, all pinned', file: 'docs/dependencies.md', test: 'test/repository.test.ts' }, [
    ['packages: a reason for each', '`zod`', '`zot`'],
  ]),
  ...guardsOf(
    {
      row: 'A parts list and licenses',
      file: 'scripts/legal/bundled-packages.mjs',
      test: 'test/scripts/legal/bundled-packages.test.ts',
    },
    [['licenses: a text for each', "if (text === null || text === '')", 'if (text === undefined)']],
  ),
  ...guardsOf(
    { row: 'Known vulnerabilities', file: 'scripts/advisories.mjs', test: 'test/scripts/advisories.test.ts' },
    [['advisories: a reason for each accepted one', '|| reason === undefined', '|| false']],
  ),
  ...guardsOf(
    { row: 'The fallback Electron', file: 'scripts/runtime-files.mjs', test: 'test/scripts/runtime-files.test.ts' },
    [
      ['fallback: its content', "if (hash.digest('hex') !== file.sha256)", 'if (file.sha256 === null)'],
      ['fallback: its sizes', 'found.get(path).size !== file.size', 'found.get(path).size === null'],
    ],
  ),
  ...guardsOf({ row: 'A supported Electron', file: 'package.json', test: 'test/scripts/electron.test.ts' }, [
    ['Electron: a supported version', '"electron": "^45', '"electron": "^25'],
  ]),
  ...guardsOf(
    { row: 'Actions of the workflows', file: '.github/workflows/release.yml', test: 'test/repository.test.ts' },
    [
      [
        'workflows: no credentials',
        'persist-credentials: false }\n      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with: { node-version-file: .nvmrc }\n      # Fails',
        'persist-credentials: true }\n      - uses: actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0\n        with: { node-version-file: .nvmrc }\n      # Fails',
      ],
      [
        'workflows: pinned actions',
        'actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f',
        'actions/upload-artifact@v6',
      ],
    ],
  ),
  ...guardsOf(
    { row: 'Actions of the workflows', file: '.github/workflows/release.yml', test: 'test/workflows.test.ts' },
    [
      [
        'workflows: nothing from a tag in a script',
        'changelog.mjs "$TAG" >',
        'changelog.mjs "${{ github.ref_name }}" >',
      ],
      ['workflows: a read-only token', 'permissions:\n  contents: read', 'permissions:\n  contents: write'],
      ['workflows: a draft', '--draft --verify-tag', '--verify-tag'],
      ['workflows: provenance', 'attestations: write', 'attestations: read'],
      [
        'workflows: secrets only where they are needed',
        'CLARION_ELECTRON: official',
        'CLARION_ELECTRON: ${{ secrets.CSC_LINK }}',
      ],
      ['workflows: tests before packages', 'npm test -- build unit package packaged', 'npm test -- build'],
    ],
  ),
]
