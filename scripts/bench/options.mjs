import { parseArgs } from 'node:util'
import { Trouble } from '../say.mjs'
import { BY_REQUEST, GROUPS, ROWS } from './rows.mjs'

const QUICK_CONVERSATIONS = 10_000
const ALL_CONVERSATIONS = 100_000
/** The rows of threads and bulk changes need this many. */
const MIN_CONVERSATIONS = 4_000

/**
 * `only`: names of the rows to measure. `json`: where the figures go as JSON: `-` for stdout, a path for a file, null for a table.
 * `starts`: how often the app is started for one figure.
 * @typedef {{ conversations: number, starts: number, isQuick: boolean, only: string[], json: string | null }} BenchOptions
 */

/**
 * Reads the command line of `npm run bench`. Throws a Trouble that says what is wrong and what is allowed.
 * @param {readonly string[]} args
 * @returns {BenchOptions}
 */
export function readBenchOptions(args) {
  const values = parse(args)
  const isQuick = values.quick
  const conversations = wholeNumber('conversations', values.conversations)
  if (conversations !== null && conversations < MIN_CONVERSATIONS)
    throw new Trouble(`--conversations needs at least ${MIN_CONVERSATIONS}: fewer cannot be resolved 1,000 at a time`)
  return {
    conversations: conversations ?? (isQuick ? QUICK_CONVERSATIONS : ALL_CONVERSATIONS),
    starts: wholeNumber('starts', values.starts) ?? (isQuick ? 10 : 20),
    isQuick,
    only: chosenRows(values.only),
    json: values.json ?? null,
  }
}

function parse(args) {
  try {
    return parseArgs({
      // Its file is optional, so it must be joined: --json=FILE.
      args: args.map((arg) => (arg === '--json' ? '--json=-' : arg)),
      options: {
        quick: { type: 'boolean', default: false },
        conversations: { type: 'string' },
        starts: { type: 'string' },
        only: { type: 'string' },
        json: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new Trouble(
      `${error.message.split('. ')[0]}. Known: --quick, --conversations N, --starts N, --only NAME,NAME, --json, --json=FILE`,
    )
  }
}

function wholeNumber(name, value) {
  if (value === undefined) return null
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new Trouble(`--${name} needs a whole number from 1 to 9999999, not ${value || 'nothing'}`)
  return Number(value)
}

/** Without a choice, all that is not only measured by request. */
function chosenRows(only) {
  if (only === undefined) return ROWS.filter(({ group }) => !BY_REQUEST.includes(group)).map(({ name }) => name)
  const wanted = only.split(',').map((name) => name.trim())
  const unknown = wanted.filter((name) => !GROUPS.includes(name) && !ROWS.some((row) => row.name === name))
  if (unknown.length > 0) {
    const lines = GROUPS.map((group) => `  ${group}: ${namesIn(group).join(', ')}`)
    throw new Trouble(
      `--only does not know ${unknown.map((name) => name || '""').join(', ')}. Groups and their rows:\n${lines.join('\n')}`,
    )
  }
  return ROWS.filter(({ name, group }) => wanted.includes(name) || wanted.includes(group)).map(({ name }) => name)
}

function namesIn(group) {
  return ROWS.filter((row) => row.group === group).map(({ name }) => name)
}
