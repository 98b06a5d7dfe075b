import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { whyNoPrivateSystem } from '../scripts/deb/private-system.mjs'
import { findKeyring } from '../scripts/keyring.mjs'
import { findMessageBus } from '../scripts/message-bus.mjs'
import { canMount } from '../scripts/mounts.mjs'
import { findNotifyLibrary } from '../scripts/notify-library.mjs'
import { which } from '../scripts/run.mjs'
import { TestReport } from '../scripts/test-report.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where scripts/test.mjs reads the results. */
const REPORT = process.env['CLARION_TEST_REPORT']

/** The killing of the app, which waits for most of its time: it has a project of its own, to run beside another. */
const KILLS = 'test/e2e/kills.test.ts'

/**
 * Measured on two cores: three at a time take as long in all, and each of them longer, which loses races. Only on Linux does each have a
 * screen of its own: elsewhere the windows of two would take the focus from each other.
 */
const FILES_AT_A_TIME = process.platform === 'linux' ? Math.min(2, availableParallelism()) : 1

const IN_ELECTRON = {
  setupFiles: ['test/support/screen.ts'],
  environment: 'node',
  // A story starts Electron more than once; this bounds a hang, it is no measure of speed.
  testTimeout: 300_000,
  hookTimeout: 120_000,
  // A reply may be in its undo window for some seconds, and the machine busy.
  expect: { poll: { timeout: 60_000 } },
}

/** Files that are no unit tests, or need a shell and signals, or dpkg-deb. */
const NOT_UNIT = [
  'test/e2e/**',
  'test/packaged/**',
  ...(process.platform === 'win32' ? ['test/**/posix/**'] : []),
  ...(which('dpkg-deb') === null ? ['test/**/posix/debian/**'] : []),
]

/** What a test file leaves behind for the next one: replaced modules, a document, a changed view. */
const LEAVES_TRACES =
  /\bvi\.(mock|doMock)\(|@vitest-environment|from '[./]+\/src\/view\/(view|view-field|toasts|workspace-view)\.ts'/

/** The test files that need modules of their own. */
const APART = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => join('test', file).replaceAll('\\', '/'))
  .filter((file) => LEAVES_TRACES.test(readFileSync(join(root, file), 'utf8')))

const UNIT = {
  setupFiles: ['test/support/fresh-indexed-db.ts'],
  // Vitest would leave one core free, which on two cores is half of them.
  maxWorkers: availableParallelism(),
  environment: 'node',
  // A thousand random cases take their time on a busy machine; this bounds a hang, it is no measure of speed.
  testTimeout: 180_000,
  hookTimeout: 60_000,
}

/** Files of a minute or more. One that starts last would run alone, while the other cores idle. */
const LONG = [
  'test/simulation/simulation.test.ts',
  'test/simulation/sync/simulation.test.ts',
  'test/src/outbox/durable.test.ts',
  'test/e2e/keys.test.ts',
  'test/e2e/accessibility.test.ts',
  'test/e2e/triage.test.ts',
  'test/e2e/database-loss.test.ts',
  'test/e2e/settings.test.ts',
  'test/e2e/focus.test.ts',
  'test/e2e/profile-files.test.ts',
  'test/e2e/hostile-server.test.ts',
  'test/e2e/offline.test.ts',
  'test/e2e/sync.test.ts',
]

/** Vitest knows how long a file takes only where it has run before, and a fresh clone has not. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => LONG.findIndex((file) => moduleId.endsWith(file))
    const sorted = await super.sort(files)
    const long = sorted.filter((file) => rank(file) !== -1).sort((a, b) => rank(a) - rank(b))
    return [...long, ...sorted.filter((file) => rank(file) === -1)]
  }
}

/**
 * `unit` needs nothing but Node; `e2e` and `kills` drive the built app in real Electron, `packaged` the package. scripts/test.mjs runs them,
 * and what each needs before.
 */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: REPORT === undefined ? ['default'] : ['default', new TestReport(REPORT)],
    projects: [
      {
        root,
        test: {
          ...UNIT,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...NOT_UNIT, ...APART],
          // Importing the same modules anew for each file takes as long as the tests.
          isolate: false,
        },
      },
      {
        root,
        test: {
          ...UNIT,
          name: 'unit-apart',
          include: APART,
          exclude: NOT_UNIT,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Real keys are pressed on X alone; a full or read-only disk is a mount.
          exclude: [
            KILLS,
            ...(process.platform === 'linux' ? [] : ['test/e2e/linux/**']),
            ...(canMount() ? [] : ['test/e2e/linux/mounted/**']),
            ...(findKeyring() === null ? ['test/e2e/linux/keyring/**'] : []),
            ...(findNotifyLibrary() === null ? ['test/e2e/linux/notifications/**'] : []),
            ...(findMessageBus() === null ? ['test/e2e/linux/tray/**'] : []),
          ],
          ...IN_ELECTRON,
          maxWorkers: FILES_AT_A_TIME,
          // Stories keep no state in modules, and importing the driver anew for each file costs seconds.
          isolate: false,
          // Vitest refuses two projects of one group that differ in their workers.
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'kills',
          include: [KILLS],
          ...IN_ELECTRON,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          // By hand, through scripts/bench.mjs: it prints, and judges nothing.
          name: 'bench',
          include: ['test/bench/**/*.bench.ts'],
          setupFiles: ['test/support/screen.ts'],
          environment: 'node',
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          // By hand, through scripts/soak.mjs: minutes of faults in the real app.
          name: 'soak',
          include: ['test/soak/**/*.soak.ts'],
          ...IN_ELECTRON,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          // By hand, through scripts/pictures.mjs: it takes the pictures of the documents.
          name: 'pictures',
          include: ['test/pictures/**/*.pictures.ts'],
          ...IN_ELECTRON,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          // By hand, through scripts/axe.mjs: every state in every language and look takes minutes.
          name: 'axe',
          include: ['test/states/**/*.axe.ts'],
          ...IN_ELECTRON,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          // By hand, through scripts/screens.mjs: it compares pictures of the whole window, or takes them.
          name: 'screens',
          include: ['test/screens/**/*.screens.ts'],
          ...IN_ELECTRON,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'packaged',
          // From outside, with real key strokes, an app can be driven on X alone. On other systems the story only watches the server.
          include: [
            'test/packaged/*.test.ts',
            process.platform === 'linux' ? 'test/packaged/linux/*.test.ts' : 'test/packaged/desktop/*.test.ts',
            ...(whyNoPrivateSystem() === null ? ['test/packaged/linux/debian/*.test.ts'] : []),
          ],
          setupFiles: ['test/support/screen.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
