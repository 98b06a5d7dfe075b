/**
 * A known vulnerability of a package, by its GitHub id.
 * @typedef {{ id: string, package: string, severity: string, title: string }} Advisory
 * @typedef {{ id: string, package: string, reason: string }} Acceptance
 */

/** Answers of a registry that has no advisories. Any other failure may be temporary. */
const NO_ENDPOINT = new Set([404, 405, 410, 501])

/** An advisory without a GitHub id has the registry's number. */
const idOf = ({ url, source }) => /GHSA(-\w{4}){3}/.exec(url ?? '')?.[0] ?? `npm-${source}`

/**
 * Reads the output of `npm audit --json`.
 * @param {string} output
 * @returns {{ kind: 'advisories', advisories: Advisory[] } | { kind: 'no endpoint', reason: string } | { kind: 'failed', reason: string }}
 */
export function readAudit(output) {
  let report
  try {
    report = JSON.parse(output)
  } catch {
    return { kind: 'failed', reason: output.trim().split('\n').at(-1) || 'npm audit printed nothing' }
  }
  const reason = report?.message || report?.error?.summary || report?.error?.code
  if (NO_ENDPOINT.has(report?.statusCode) || report?.error?.code === 'ENOAUDIT')
    return { kind: 'no endpoint', reason: reason ?? 'no reason given' }
  if (report?.auditReportVersion !== 2 || typeof report.vulnerabilities !== 'object')
    return { kind: 'failed', reason: reason ?? 'the report has an unknown format' }
  // A package that is affected only through another names it by a string.
  const causes = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((cause) => typeof cause === 'object'),
  )
  const found = causes.map((cause) => ({
    id: idOf(cause),
    package: cause.name,
    severity: cause.severity,
    title: cause.title,
  }))
  return { kind: 'advisories', advisories: [...new Map(found.map((one) => [keyOf(one), one])).values()] }
}

const keyOf = (entry) => `${entry.id} ${entry.package}`

/**
 * Reads the table in docs/advisories.md. Throws for a row that is not complete.
 * @param {string} document
 * @returns {Acceptance[]}
 */
export function readAccepted(document) {
  const rows = document
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
  return rows.map((row) => {
    const [, id, name, reason] =
      /^\| ((?:GHSA(?:-\w{4}){3})|npm-\d+) \| `([^`]+)` \| ([^|]*\w[^|]*) \|$/.exec(row) ?? []
    if (id === undefined || name === undefined || reason === undefined)
      throw new Error(`Not a row with an id, a package in backticks and a reason: ${row}`)
    return { id, package: name, reason }
  })
}

/**
 * What is wrong, one line each.
 * @param {readonly Advisory[]} advisories
 * @param {readonly Acceptance[]} accepted
 */
export function compareAdvisories(advisories, accepted) {
  const known = new Set(accepted.map(keyOf))
  const present = new Set(advisories.map(keyOf))
  return [
    ...advisories
      .filter((one) => !known.has(keyOf(one)))
      .map((one) => `${one.id} in ${one.package} (${one.severity}): ${one.title}`),
    ...accepted
      .filter((one) => !present.has(keyOf(one)))
      .map((one) => `${one.id} in ${one.package} no longer applies. Remove its row from docs/advisories.md`),
  ]
}
