/**
 * The rows of the budget table: what is measured, in which order, and the goal at 100,000 conversations. docs/performance.md explains each.
 */

/**
 * Every condition that is given must hold. p50, p95, max: limits of the figure, in its unit. ratio, ratioAtLeast: of the medians, figure
 * to floor. p95Ratio: of the 95th percentiles. over: how much the median may be above the floor's; p95Over: the same for p95.
 * @typedef {{ p50?: number, p95?: number, max?: number, ratio?: number, ratioAtLeast?: number, p95Ratio?: number, over?: number, p95Over?: number }} Goal
 */

/**
 * `floor`: what the figure is compared to, measured in the same run; null for none. `goal`: null when the budget names none.
 * @typedef {{ name: string, group: string, what: string, unit: string, floor: string | null, goal: Goal | null }} Row
 */

/** One frame at 60 Hz, ms. */
const FRAME_MS = 16.7

/** @type {(group: string, ...rows: [string, string, string, string | null, Goal | null][]) => Row[]} */
const group = (group, ...rows) =>
  rows.map(([name, what, unit, floor, goal]) => ({ name, group, what, unit, floor, goal }))

const STATIC = '50 static rows'
const AREA = 'bare textarea'

/** @type {readonly Row[]} */
export const ROWS = [
  ...group(
    'start',
    ['start-list', 'process start → list painted', 'ms', 'empty window', { ratio: 1.15 }],
    ['start-page', 'of it in the page', 'ms', 'empty page', { ratio: 1.5 }],
    ['start-cold', 'the same, app files not in the file cache', 'ms', 'empty window', { ratio: 1.15 }],
    ['start-fill', 'page began → catalogue full', 'ms', null, { p50: 1_500 }],
  ),
  ...group(
    'keys',
    ['key-early', 'J while search is built, own work', 'ms', STATIC, { p95: 12 }],
    ['key-work', 'J held down, own work', 'ms', STATIC, { p95: 8 }],
    ['key-paint', 'J held down → painted', 'ms', STATIC, { p95Ratio: 1.2 }],
    ['key-frames', 'frames until painted', 'frames', STATIC, { max: 1 }],
    ['key-all', 'all the page works for one J', 'ms', STATIC, { p50: 16, p95: 33 }],
  ),
  ...group(
    'view',
    ['view-work', 'another view, own work', 'ms', STATIC, { p95: 12 }],
    ['view-paint', 'another view → painted', 'ms', STATIC, { p95Ratio: 1.2 }],
  ),
  ...group(
    'thread',
    ['thread-100', 'thread of 100 messages → painted', 'ms', '100 bubbles from memory', { p95Over: FRAME_MS }],
    ['thread-10000', 'thread of 10,000 messages → painted', 'ms', 'thread of 100', { ratio: 1.5 }],
  ),
  ...group(
    'change',
    ['resolve-work', 'resolve, own work', 'ms', STATIC, { p95: 12 }],
    ['resolve-paint', 'resolve → next one painted', 'ms', STATIC, { p95Ratio: 1.2 }],
    ['resolve-all', 'all the page works for one resolve', 'ms', STATIC, { p50: 33, p95: 50 }],
    ['resolve-durable', 'resolve painted → durable', 'ms', null, { p95: 20 }],
    ['tag-work', 'add a tag, own work', 'ms', STATIC, { p95: 12 }],
    ['snooze-work', 'snooze, own work', 'ms', STATIC, { p95: 12 }],
  ),
  ...group('send', ['send', 'Ctrl+Enter → bubble painted as queued', 'ms', 'one strict commit', { p95: 33 }]),
  ...group(
    'search',
    ['search-names-work', 'search names: work of the page', 'ms', 'linear scan', { p95: 12 }],
    ['search-names', 'search names: input → painted', 'ms', 'linear scan', { p95: 2 * FRAME_MS }],
    ['search-text', 'search all text: input → painted', 'ms', null, { p95: 50 }],
  ),
  ...group(
    'typing',
    ['typing', 'typing → painted', 'ms', AREA, { p95Ratio: 1.2 }],
    ['typing-work', 'typing, own work', 'ms', AREA, null],
    ['typing-spelling', 'typing with spelling on → painted', 'ms', AREA, { p95Ratio: 1.2 }],
    ['typing-indexing', 'typing while search is built → painted', 'ms', AREA, { p95Ratio: 1.2 }],
  ),
  ...group(
    'sync',
    ['sync-rate', 'first sync without latency', 'rows/s', 'bare loop of reads', { ratioAtLeast: 0.5 }],
    ['sync-key', 'J meanwhile → painted', 'ms', STATIC, { p95: 50 }],
    ['typing-sync', 'typing during the first sync → painted', 'ms', AREA, { p95Ratio: 1.2 }],
    ['sync-limit', 'first sync, 50 ms latency', 'requests/s', "the API's limit", { ratioAtLeast: 0.95 }],
  ),
  ...group(
    'quiet',
    ['quiet-polls', 'quiet hour: reads of the first page', 'requests', null, { max: 300 }],
    ['quiet-sweeps', 'quiet hour: other reads, at most in a minute', 'requests', null, { max: 20 }],
    ['quiet-burst', 'quiet hour: at most in 10 s', 'requests', null, { max: 100 }],
    ['quiet-cpu', 'quiet hour: CPU of all processes', '% of a core', null, { max: 1 }],
  ),
  ...group(
    'bulk',
    ['bulk-paint', '1,000 resolved at once → painted', 'ms', null, { p95: 100 }],
    ['bulk-durable', '1,000 resolved at once → durable and counted', 'ms', '100 at once', { p95: 1_000 }],
    ['bulk-undo', 'undo of it', 'ms', '100 at once', null],
  ),
  ...group(
    'memory',
    ['memory-heap', 'heap of the page', 'MB', 'empty window', { over: 150 }],
    ['memory-all', 'memory of all processes at rest (PSS)', 'MB', 'empty window', null],
    ['memory-cpu', 'CPU of all processes at rest', '% of a core', 'empty window', null],
  ),
  ...group('disk', ['disk', 'size of the profile on disk', 'MB', 'the JSON', { ratio: 2.5 }]),
  // Only when asked for: it takes many minutes.
  ...group(
    'workspaces',
    ['workspaces-1', 'memory with 1 workspace', 'MB', null, null],
    ['workspaces-4', 'memory with 4 workspaces in one page', 'MB', '1 and 3 hidden windows', null],
    ['workspaces-8', 'memory with 8 workspaces in one page', 'MB', '1 and 7 hidden windows', null],
  ),
]

/** Groups that run only when `--only` names them or one of their rows. */
export const BY_REQUEST = ['workspaces']

export const GROUPS = [...new Set(ROWS.map(({ group }) => group))]
