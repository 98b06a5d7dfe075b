import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import type { Log } from '../../storage/log.ts'
import { text } from '../../strings/text.ts'
import { relaunchOptions } from '../quit/quit.ts'
import { mainCrashPolicy } from './main-crash-policy.ts'

type Handlers = {
  readonly windowOf: () => BrowserWindow | null
  readonly openLog: () => Promise<void>
  readonly reportProblem: () => void
  readonly refuseStart: () => void
  readonly now: () => number
  readonly log: Log
}

/**
 * Returns the function to call after an uncaught exception. The code that threw left something undone, and main can't tell what. So the
 * user learns of it and may restart, instead of working in an app that may no longer send or receive.
 */
export function makeMainCrash({ windowOf, openLog, reportProblem, refuseStart, now, log }: Handlers): () => void {
  let isStarted = false
  let isQuitting = false
  let isAsking = false
  let isRefused = false
  let keptOpenAt: number | null = null
  app.once('browser-window-created', () => {
    isStarted = true
  })
  app.on('before-quit', () => {
    isQuitting = true
  })

  async function ask(): Promise<void> {
    isAsking = true
    try {
      const answer = await askUser(windowOf())
      log('main-crash', { answer })
      if (answer === 'restart') return restart()
      if (answer === 'open-log') await openLog()
      if (answer === 'report') reportProblem()
      keptOpenAt = now()
    } finally {
      isAsking = false
    }
  }

  return () => {
    const decision = mainCrashPolicy({ isStarted, isQuitting, isAsking, keptOpenAt, at: now() })
    if (decision === 'ask') void ask()
    if (decision === 'refuse-start' && !isRefused) {
      isRefused = true
      refuseStart()
    }
  }
}

function restart(): void {
  app.relaunch(relaunchOptions(process.env))
  app.quit()
}

const ANSWERS = ['restart', 'report', 'open-log', 'keep-open'] as const

async function askUser(window: BrowserWindow | null): Promise<(typeof ANSWERS)[number]> {
  const options: MessageBoxOptions = {
    type: 'error',
    message: text('recovery.mainBroke.title'),
    detail: text('recovery.mainBroke.text'),
    buttons: [text('recovery.restart'), text('report.open'), text('recovery.openLog'), text('recovery.keepOpen')],
    defaultId: 0,
    cancelId: 3,
    noLink: true,
  }
  const isShown = window?.isVisible() === true
  const { response } = isShown ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
  return ANSWERS[response] ?? 'keep-open'
}
