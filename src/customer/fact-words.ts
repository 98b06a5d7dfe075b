const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })

/** "15 Mar 2024". Epoch ms. */
export function dayTime(at: number): string {
  return DAY.format(at)
}

/** "5, 2 open", or "1 open" where all are. */
export function countWords(all: number, open: number): string {
  if (open === 0) return all.toLocaleString()
  return open === all ? `${all.toLocaleString()} open` : `${all.toLocaleString()}, ${open.toLocaleString()} open`
}
