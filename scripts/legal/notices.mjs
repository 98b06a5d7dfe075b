/** @typedef {import('./bundled-packages.mjs').BundledPackage} BundledPackage */

const INTRODUCTION = `Third-party software in Clarion

Clarion runs on Electron and Chromium. Their licenses are in LICENSE.electron.txt and LICENSES.chromium.html, in the app's folder (on macOS
in its Resources folder). Clarion also contains code of the packages below.`

const LINE = '-'.repeat(100)

/**
 * The licenses of all bundled packages as plain text. Packages with the same license text share one section.
 * @param {readonly BundledPackage[]} packages
 */
export function noticesOf(packages) {
  const byText = new Map()
  for (const entry of packages) byText.set(entry.text, [...(byText.get(entry.text) ?? []), entry])
  const sections = [...byText].map(([text, entries]) => {
    const titles = entries.map(({ name, version, license }) => `${name} ${version} (${license})`)
    return `${LINE}\n${titles.join('\n')}\n\n${text}\n`
  })
  return `${INTRODUCTION}\n\n${sections.join('\n')}`
}
