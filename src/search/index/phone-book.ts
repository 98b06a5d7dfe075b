import { phoneSpellings } from '../../shared/contact/contact-identity.ts'

/**
 * Finds slots by any part of the digits of their phone number, in all forms of the number. The numbers are joined into one string, which
 * takes a millisecond to search.
 */
export class PhoneBook {
  readonly #digits: string[] = []
  /** The numbers of all slots, one per line; null when outdated. */
  #lines: string | null = null
  /** The start of each slot's line in `#lines`. */
  #starts = new Uint32Array(0)

  put(slot: number, phone: string): void {
    const digits = phoneSpellings(phone).join(' ')
    if (this.#digits[slot] === digits) return
    while (this.#digits.length < slot) this.#digits.push('')
    this.#digits[slot] = digits
    this.#lines = null
  }

  withDigits(digits: string): readonly number[] {
    const lines = this.#upToDateLines()
    const slots: number[] = []
    let slot = 0
    for (
      let at = lines.indexOf(digits);
      at !== -1;
      at = lines.indexOf(digits, this.#starts[slot + 1] ?? lines.length)
    ) {
      slot = this.#slotAt(at)
      slots.push(slot)
    }
    return slots
  }

  #upToDateLines(): string {
    if (this.#lines !== null) return this.#lines
    this.#starts = new Uint32Array(this.#digits.length)
    let at = 0
    for (const [slot, digits] of this.#digits.entries()) {
      this.#starts[slot] = at
      at += digits.length + 1
    }
    this.#lines = this.#digits.join('\n')
    return this.#lines
  }

  /** The slot whose line contains this position. */
  #slotAt(position: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }
}
