/** How much of the first download is done at a moment (epoch ms). */
export type DownloadSample = { readonly at: number; readonly done: number; readonly total: number }

export type TimeLeft = {
  /** Where measuring began. */
  readonly from: DownloadSample
  readonly last: DownloadSample
  /** Smoothed, per ms; null until it is measured. */
  readonly rate: number | null
  /** What is shown, ms, in steps that grow with the time; null while nothing meaningful can be said. */
  readonly shownMs: number | null
}

/** A shorter or smaller measurement would fluctuate. */
const MIN_MEASURED_MS = 10_000
const MIN_MEASURED = 20
/** The weight of the newest sample. */
const SMOOTHING = 0.2
/** The shown time rises only when the measured one is this much longer: the download has become slower. */
const MIN_RISE = 1.5
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const MAX_MS = 24 * HOUR_MS

/** The estimate after a sample. Null, for a download that is paused or over, makes the next sample start anew. */
export function nextTimeLeft(before: TimeLeft | null, sample: DownloadSample | null): TimeLeft | null {
  if (sample === null || sample.done >= sample.total) return null
  if (before === null || sample.done < before.last.done)
    return { from: sample, last: sample, rate: null, shownMs: null }
  const { from, last } = before
  const passedMs = sample.at - last.at
  if (passedMs <= 0) return before
  const rate = rateAfter(before, sample)
  const leftMs = rate === null || rate <= 0 ? null : (sample.total - sample.done) / rate
  return { from, last: sample, rate, shownMs: shownAfter(before.shownMs, leftMs) }
}

function rateAfter({ from, last, rate }: TimeLeft, { at, done }: DownloadSample): number | null {
  if (rate !== null) return rate + SMOOTHING * ((done - last.done) / (at - last.at) - rate)
  const isMeasured = at - from.at >= MIN_MEASURED_MS && done - from.done >= MIN_MEASURED
  return isMeasured ? (done - from.done) / (at - from.at) : null
}

function shownAfter(shownMs: number | null, leftMs: number | null): number | null {
  if (leftMs === null || leftMs > MAX_MS) return null
  const next = inSteps(leftMs)
  if (shownMs === null || next < shownMs) return next
  return leftMs > Math.max(shownMs, MINUTE_MS) * MIN_RISE + MINUTE_MS ? next : shownMs
}

/** Up to whole minutes, then five minutes, then hours; 0 for less than a minute. */
function inSteps(leftMs: number): number {
  if (leftMs < MINUTE_MS) return 0
  const stepMs = leftMs <= 10 * MINUTE_MS ? MINUTE_MS : leftMs < HOUR_MS ? 5 * MINUTE_MS : HOUR_MS
  return Math.ceil(leftMs / stepMs) * stepMs
}
