import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const MODULES = '/node_modules/'

/** Code that a build tool adds by itself. Its modules have no file. */
const TOOLS = [
  { prefix: 'rolldown/', name: 'rolldown' },
  { prefix: 'vite/', name: 'vite' },
]

/**
 * The folder below node_modules of the package that a bundled module comes from; null when the module is this project's own.
 * Throws for a module of unknown origin, so that no code gets into the app without its license.
 * @param {string} moduleId @param {string} root
 */
export function packageFolderOf(moduleId, root) {
  const id = moduleId.replace(/^\0/, '').replaceAll('\\', '/').replace(/\?.*$/, '')
  const start = id.indexOf(MODULES)
  if (start >= 0) {
    const end = id.lastIndexOf(MODULES) + MODULES.length
    const [scope, name] = id.slice(end).split('/')
    return id.slice(start + MODULES.length, end) + (scope.startsWith('@') ? `${scope}/${name}` : scope)
  }
  const tool = TOOLS.find(({ prefix }) => id.startsWith(prefix))
  if (tool !== undefined) return tool.name
  if (id.startsWith(`${resolve(root).replaceAll('\\', '/')}/`)) return null
  throw new Error(
    `The bundle contains a module of unknown origin: ${id}. Add its package to scripts/legal/record-modules.mjs.`,
  )
}

/** The packages whose style sheets a style sheet imports. They are merged into it, so they are no modules of the bundle. */
export function packagesInStyle(css) {
  const imports = css.matchAll(/@import\s+(?:url\()?['"]((?:@[\w-]+\/)?[\w][^'"/]*)/g)
  return [...imports].map(([, name]) => name)
}

/**
 * A Vite plugin that adds the packages in its bundle to `file`: a sorted list of folders below node_modules. All bundles of a build write
 * to the same file.
 * @param {{ root: string, file: string }} options
 * @returns {import('vite').Plugin}
 */
export function recordModules({ root, file }) {
  /** @type {Set<string>} */
  const styled = new Set()
  let base = root
  return {
    name: 'record-modules',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      base = config.root
    },
    transform: {
      filter: { id: /\.css(?:$|\?)/ },
      handler(css) {
        for (const name of packagesInStyle(css)) styled.add(name)
      },
    },
    generateBundle(_options, bundle) {
      // A font is a file of its own. Its name is relative to Vite's root.
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? output.moduleIds : output.originalFileNames.map((name) => resolve(base, name)),
      )
      const folders = modules.map((id) => packageFolderOf(id, root)).filter((folder) => folder !== null)
      /** @type {string[]} */
      const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify([...new Set([...known, ...folders, ...styled])].toSorted(), null, 2)}\n`)
    },
  }
}
