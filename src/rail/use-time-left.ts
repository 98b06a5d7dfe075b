import { useRef } from 'react'
import { type DownloadSample, nextTimeLeft, type TimeLeft } from './time-left.ts'

/** The time that the first download still takes, ms; null while that is unknown. `sample`: null while nothing is downloaded. */
export function useTimeLeft(sample: DownloadSample | null): number | null {
  const estimate = useRef<TimeLeft | null>(null)
  estimate.current = nextTimeLeft(estimate.current, sample)
  return estimate.current?.shownMs ?? null
}

export function sampleOf(
  { threads, conversations }: { readonly threads: number; readonly conversations: number },
  now: number,
): DownloadSample {
  return { at: now, done: threads, total: conversations }
}
