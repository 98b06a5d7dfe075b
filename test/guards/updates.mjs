import { guardsOf } from '../../scripts/guard-rules.mjs'

const UPDATER = 'test/electron/updates/electron-updater.test.ts'
const DECISIONS = 'test/electron/updates/update-decisions.test.ts'
const SERVICE = 'test/electron/updates/updates.test.ts'
const REDACT = 'test/electron/report/redact.test.ts'
const REPORT = 'test/electron/report/report-text.test.ts'

/** What a new version may do, and what a report may say. */
export const UPDATES = [
  ...guardsOf({ row: 'Updates', file: 'electron/updates/update-http.ts', test: UPDATER }, [
    ['updates: the origin of the feed only', 'if (url.origin !== this.#origin)', 'if (false)'],
    ['updates: no redirect', 'if (statusCode >= 300)', 'if (statusCode >= 999)'],
    ['updates: no id', 'headers: ownHeaders()', 'headers: options.headers'],
    ['updates: the size that is announced', 'length > this.#limitOf(isDescription)', 'length < 0'],
    ['updates: the size that comes', 'if (left < 0)', 'if (left === Infinity)'],
  ]),
  ...guardsOf({ row: 'Updates', file: 'electron/updates/electron-updater.ts', test: UPDATER }, [
    ['updates: no older version', 'updater.allowDowngrade = false', ''],
    ['updates: nothing half downloaded stays', "if (way === 'app-image') dropStaged(image)\n\n", '\n'],
  ]),
  ...guardsOf({ row: 'Updates', file: 'electron/updates/update-schedule.ts', test: SERVICE }, [
    ['updates: unsent ops are named', '(unsentCount === 0 || wasNamed)', 'true'],
  ]),
  ...guardsOf({ row: 'Updates', file: 'electron/updates/update-way.ts', test: DECISIONS }, [
    ['updates: an encrypted feed', "protocol === 'https:' ||", "protocol !== '' ||"],
    ['updates: off by policy', "if (isOffByPolicy) return { off: 'policy' }", ''],
  ]),
  ...guardsOf({ row: 'Updates', file: 'electron/updates/plain-notes.ts', test: DECISIONS }, [
    ['updates: notes without scripts', ".replaceAll(/<(script|style)\\b[\\s\\S]*?(?:<\\/\\1>|$)/gi, '')", ''],
  ]),
  ...guardsOf({ row: 'Reports', file: 'electron/report/redact.ts', test: REDACT }, [
    ['reports: no key', "[/\\b(?:sk|pk|rk)_[\\w-]+/g, '[key]'],", ''],
    ['reports: no phone number', "[/\\+?\\d(?:[\\s().\\-/]*\\d){6,}/g, '[number]'],", ''],
    ['reports: no phone number as a number', 'Math.abs(value) < MAX_NUMBER', 'true'],
  ]),
  ...guardsOf({ row: 'Reports', file: 'electron/report/report-text.ts', test: REPORT }, [
    ['reports: known names', 'redactLogLine(line, names)', 'redactLogLine(line, [])'],
  ]),
  ...guardsOf({ row: 'Reports', file: 'electron/report/report-page.ts', test: REPORT }, [
    ['reports: shown as text', '${escapeHtml(content)}', '${content}'],
  ]),
]
