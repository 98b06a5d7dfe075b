const DAY = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/
const AGO = /^(\d{1,4})\s*([dwmy])$/i

/** Epoch ms of the midnight at which a day begins, here where the person is: 2026-11-20, 2026-11, today, yesterday, 7d, 2w, 3m, 1y. */
export function readDate(text: string, now: number): number | null {
  const today = new Date(now)
  const word = text.trim().toLowerCase()
  if (word === 'today') return midnight(today.getFullYear(), today.getMonth(), today.getDate())
  if (word === 'yesterday') return midnight(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  const ago = AGO.exec(word)
  if (ago !== null) return longAgo(today, Number(ago[1]), ago[2] ?? 'd')
  const day = DAY.exec(word)
  return day === null ? null : dayOf(Number(day[1]), Number(day[2]), day[3] === undefined ? 1 : Number(day[3]))
}

function longAgo(today: Date, count: number, unit: string): number {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()]
  switch (unit) {
    case 'w':
      return midnight(year, month, day - 7 * count)
    case 'm':
      return midnight(year, month - count, day)
    case 'y':
      return midnight(year - count, month, day)
    default:
      return midnight(year, month, day - count)
  }
}

/** Null for a day that no calendar has, such as the 30th of February. */
function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(year, month - 1, day)
  const isReal = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day
  return isReal ? date.getTime() : null
}

function midnight(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime()
}
