import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageFolderOf, packagesInStyle, recordModules } from '../../../scripts/legal/record-modules.mjs'

describe('packageFolderOf', () => {
  it.each([
    ['/app/node_modules/react/index.js', 'react'],
    ['/app/node_modules/@radix-ui/react-slot/dist/index.mjs', '@radix-ui/react-slot'],
    ['/app/node_modules/one/node_modules/@two/three/index.js', 'one/node_modules/@two/three'],
    ['\0/app/node_modules/react/index.js?commonjs-proxy', 'react'],
    ['C:\\app\\node_modules\\react\\index.js', 'react'],
    ['\0rolldown/runtime.js', 'rolldown'],
    ['\0vite/preload-helper.js', 'vite'],
    ['/app/src/main.tsx', null],
    ['/app/src/search/worker.ts?worker&url', null],
  ])('of %j is %s', (id, folder) => {
    expect(packageFolderOf(id, '/app/')).toBe(folder)
  })

  it.each(['/elsewhere/file.js', '\0helper:unknown', '/application/file.js'])('refuses %j of unknown origin', (id) => {
    expect(() => packageFolderOf(id, '/app')).toThrow('unknown origin')
  })
})

it('packagesInStyle finds imported packages and no files of our own', () => {
  const css = `@import 'tailwindcss';@import url("@scope/name/theme.css");@import './own.css';@import "/own.css";`
  expect(packagesInStyle(css)).toEqual(['tailwindcss', '@scope/name'])
})

describe('recordModules', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clarion-record-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('adds the packages of each real bundle, without unused ones', async () => {
    const root = join(import.meta.dirname, '../../..')
    const file = join(folder, 'legal', 'bundled.json')
    const entries = [
      `import { useStore } from 'zustand'\nimport { destr } from 'destr'\nconsole.log(destr('1'))`,
      `import { withQuery } from 'ufo'\nconsole.log(withQuery('/', {}))`,
    ]
    for (const code of entries) {
      await build({
        root,
        configFile: false,
        logLevel: 'silent',
        plugins: [
          recordModules({ root, file }),
          {
            name: 'entry',
            resolveId: (id) => (id === 'entry' ? join(root, 'entry.js') : null),
            load: (id) => (id.endsWith('entry.js') ? code : null),
          },
        ],
        build: { write: false, rolldownOptions: { input: 'entry' } },
      })
    }
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(['destr', 'ufo'])
  })

  it('adds the package of a font that a style sheet names', async () => {
    const root = join(import.meta.dirname, '../../..')
    const file = join(folder, 'bundled.json')
    const input = { style: join(root, 'src/ui/typeface.css') }
    await build({
      // Not the root of the project, as the window's.
      root: join(root, 'src'),
      configFile: false,
      logLevel: 'silent',
      plugins: [recordModules({ root, file })],
      build: { write: false, assetsInlineLimit: 0, rolldownOptions: { input } },
    })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(['@fontsource-variable/inter'])
  })
})
