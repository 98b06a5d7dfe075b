import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareAdvisories, readAccepted, readAudit } from '../../scripts/advisories.mjs'

const HEAD = '# Title\n\ntext\n\n| advisory | package | why it is accepted |\n| --- | --- | --- |\n'
const ADVISORY = { id: 'GHSA-aaaa-bbbb-cccc', package: 'left', severity: 'high', title: 'Left loops' }

/** As npm 11 prints it: `right` is affected only through `left`. */
const REPORT = {
  auditReportVersion: 2,
  vulnerabilities: {
    left: {
      name: 'left',
      severity: 'high',
      isDirect: false,
      via: [
        {
          source: 1_100_001,
          name: 'left',
          dependency: 'left',
          title: 'Left loops',
          url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
          severity: 'high',
          cwe: ['CWE-1333'],
          cvss: { score: 7.5, vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' },
          range: '<2.0.1',
        },
      ],
      effects: ['right'],
      range: '<2.0.1',
      nodes: ['node_modules/left'],
      fixAvailable: true,
    },
    right: {
      name: 'right',
      severity: 'high',
      isDirect: true,
      via: ['left'],
      effects: [],
      range: '1.0.0 - 1.2.0',
      nodes: ['node_modules/right'],
      fixAvailable: { name: 'right', version: '2.0.0', isSemVerMajor: true },
    },
  },
  metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 2, critical: 0, total: 2 } },
}

/** As npm 11 prints it for a registry that only serves packages. */
const REFUSED = {
  message: '405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk',
  method: 'POST',
  uri: 'https://registry.example/-/npm/v1/security/advisories/bulk',
  headers: { allow: ['GET,HEAD'] },
  statusCode: 405,
  body: '',
  error: { summary: '', detail: '' },
}

describe('readAudit', () => {
  it('names each advisory once, by its GitHub id', () => {
    expect(readAudit(JSON.stringify(REPORT))).toEqual({ kind: 'advisories', advisories: [ADVISORY] })
  })

  it('gives an empty list for a report without vulnerabilities', () => {
    const report = JSON.stringify({ ...REPORT, vulnerabilities: {} })
    expect(readAudit(report)).toEqual({ kind: 'advisories', advisories: [] })
  })

  it('names an advisory without a GitHub id by its number', () => {
    const report = {
      ...REPORT,
      vulnerabilities: { left: { via: [{ source: 7, name: 'left', severity: 'low', title: 'T' }] } },
    }
    expect(readAudit(JSON.stringify(report))).toMatchObject({ advisories: [{ id: 'npm-7' }] })
  })

  it.each([
    ['a registry that refuses the request', REFUSED],
    ['a registry without the address', { ...REFUSED, statusCode: 404, message: '404 Not Found' }],
    [
      'an older npm',
      { error: { code: 'ENOAUDIT', summary: 'Your configured registry does not support audit requests.' } },
    ],
  ])('tells that there is no endpoint for %s', (_, answer) => {
    expect(readAudit(JSON.stringify(answer)).kind).toBe('no endpoint')
  })

  it.each([
    [
      'an error of the registry',
      JSON.stringify({ ...REFUSED, statusCode: 503, message: '503 Unavailable' }),
      '503 Unavailable',
    ],
    [
      'a missing right',
      JSON.stringify({ ...REFUSED, statusCode: 401, message: '401 Unauthorized' }),
      '401 Unauthorized',
    ],
    [
      'no network',
      JSON.stringify({ message: 'request failed, reason: ENOTFOUND', error: { summary: '', detail: '' } }),
      'request failed, reason: ENOTFOUND',
    ],
    ['another format', '{"auditReportVersion":3,"vulnerabilities":{}}', 'the report has an unknown format'],
    ['text', 'line\nnpm error broken', 'npm error broken'],
    ['nothing', '', 'npm audit printed nothing'],
    ['null', 'null', 'the report has an unknown format'],
  ])('fails for %s', (_, output, reason) => {
    expect(readAudit(output)).toEqual({ kind: 'failed', reason })
  })
})

describe('readAccepted', () => {
  it('reads the rows of the table', () => {
    expect(readAccepted(`${HEAD}| GHSA-aaaa-bbbb-cccc | \`@a/left\` | Only in tests. |\n`)).toEqual([
      { id: 'GHSA-aaaa-bbbb-cccc', package: '@a/left', reason: 'Only in tests.' },
    ])
    expect(readAccepted(HEAD)).toEqual([])
  })

  it.each([
    '| GHSA-aaaa-bbbb-cccc | `left` |  |',
    '| CVE-2026-1 | `left` | Why |',
    '| GHSA-aaaa-bbbb-cccc | left | Why |',
  ])('refuses the row %j', (row) => {
    expect(() => readAccepted(`${HEAD}${row}\n`)).toThrow('Not a row')
  })

  it('reads docs/advisories.md', () => {
    expect(() => readAccepted(readFileSync('docs/advisories.md', 'utf8'))).not.toThrow()
  })
})

describe('compareAdvisories', () => {
  const ACCEPTED = { id: ADVISORY.id, package: 'left', reason: 'Only in tests.' }

  it('has nothing to say when all advisories are accepted', () => {
    expect(compareAdvisories([ADVISORY], [ACCEPTED])).toEqual([])
  })

  it.each([
    ['an advisory that is not accepted', [ADVISORY], [], ['GHSA-aaaa-bbbb-cccc in left (high): Left loops']],
    [
      'an advisory that is accepted for another package',
      [ADVISORY],
      [{ ...ACCEPTED, package: 'other' }],
      [
        'GHSA-aaaa-bbbb-cccc in left (high): Left loops',
        'GHSA-aaaa-bbbb-cccc in other no longer applies. Remove its row from docs/advisories.md',
      ],
    ],
    [
      'a row that no longer applies',
      [],
      [ACCEPTED],
      ['GHSA-aaaa-bbbb-cccc in left no longer applies. Remove its row from docs/advisories.md'],
    ],
  ])('reports %s', (_, advisories, accepted, problems) => {
    expect(compareAdvisories(advisories, accepted)).toEqual(problems)
  })
})
