import { type Toast, withoutToast, withToast } from './toast-order.ts'
import { useView } from './view.ts'

let toastRound = 0

/** For results that need no action. Anything important must be shown elsewhere, because a toast disappears. */
export function showToast(text: string, details: Partial<Pick<Toast, 'names' | 'tone' | 'undo'>> = {}): void {
  toastRound += 1
  const shownAt = Date.now()
  const toast = { names: [], tone: 'note', undo: null, ...details, text, round: toastRound, shownAt } as const
  useView.setState((view) => withToast(view, toast))
}

/** Removes the toast, and shows the one that waits for its place. */
export function hideToast(): void {
  useView.setState((view) => withoutToast(view, Date.now()))
}
