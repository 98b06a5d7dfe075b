// node scripts/release/changelog.mjs v1.2.3: prints the section of a version in CHANGELOG.md, for the notes of its release.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../paths.mjs'
import { command, Trouble } from '../say.mjs'

/**
 * The text below the heading of a version, without the heading. Throws a Trouble when the version has no section or an empty one, because a
 * release without notes is a mistake.
 * @param {string} changelog @param {string} version without `v`
 */
export function sectionOf(changelog, version) {
  const sections = changelog.replaceAll('\r\n', '\n').split(/^## /m).slice(1)
  const section = sections.find((text) => headingVersion(text.split('\n')[0]) === version)
  if (section === undefined) throw new Trouble(`CHANGELOG.md has no section for ${version}`)
  const body = section.slice(section.indexOf('\n') + 1).trim()
  if (body === '') throw new Trouble(`the section for ${version} in CHANGELOG.md is empty`)
  return `${body}\n`
}

/** `[1.2.3] - 2026-11-28` and `1.2.3` name version 1.2.3. */
const headingVersion = (heading) => /^\[?([^\]\s]+)\]?(?: - \d{4}-\d\d-\d\d)?$/.exec(heading.trim())?.[1]

/**
 * The version of a tag. Throws a Trouble unless it is that of package.json: a release must not name another version than the app does.
 * @param {string | undefined} tag @param {string} version
 */
export function versionOfTag(tag, version) {
  if (tag !== `v${version}`) throw new Trouble(`the tag ${tag} does not name version ${version} of package.json`)
  return version
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(() => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const text = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')
    process.stdout.write(sectionOf(text, versionOfTag(process.argv[2], version)))
  })
}
