/** @typedef {import('./bundled-packages.mjs').BundledPackage} BundledPackage */

/** The package URL of an npm package: the @ of a scope is escaped. */
const npmUrl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`

const licensesOf = (license) =>
  / (OR|AND) /.test(license) ? [{ expression: license }] : [{ license: { id: license } }]

/** The lock file has the hash of the package's archive in base64, CycloneDX in hex. */
function hashesOf(integrity) {
  const base64 = /^sha512-(.+)$/.exec(integrity ?? '')?.[1]
  return base64 === undefined
    ? {}
    : { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] }
}

/** @param {BundledPackage} bundled */
function libraryOf({ name, version, license, integrity }) {
  const purl = npmUrl(name, version)
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...hashesOf(integrity),
    licenses: licensesOf(license),
  }
}

function runtimeParts(electron, chromium) {
  const electronUrl = npmUrl('electron', electron)
  const chromiumUrl = `pkg:generic/chromium@${chromium}`
  return [
    {
      type: 'framework',
      'bom-ref': electronUrl,
      name: 'electron',
      version: electron,
      purl: electronUrl,
      licenses: licensesOf('MIT'),
    },
    {
      type: 'framework',
      'bom-ref': chromiumUrl,
      name: 'chromium',
      version: chromium,
      cpe: `cpe:2.3:a:google:chrome:${chromium}:*:*:*:*:*:*:*`,
      purl: chromiumUrl,
      licenses: licensesOf('BSD-3-Clause'),
    },
  ]
}

/**
 * The parts list of the package in CycloneDX 1.5. It has no time and no serial number, so that equal packages have equal lists.
 * @param {{ app: { name: string, version: string }, packages: readonly BundledPackage[], electron: string, chromium: string }} parts
 */
export function sbomOf({ app, packages, electron, chromium }) {
  const ref = npmUrl(app.name, app.version)
  const runtime = runtimeParts(electron, chromium)
  const components = [...packages.map(libraryOf), ...runtime]
  const direct = components.filter((part) => part !== runtime[1]).map((part) => part['bom-ref'])
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: { type: 'application', 'bom-ref': ref, name: app.name, version: app.version },
    },
    components,
    dependencies: [
      { ref, dependsOn: direct },
      { ref: runtime[0]['bom-ref'], dependsOn: [runtime[1]['bom-ref']] },
    ],
  }
}
