import { phoneSpellings } from '../../shared/contact/contact-identity.ts'

/**
 * The telephone number of each slot, the digits of each of its forms, found by any part of them: one long text is looked through in a
 * millisecond.
 */
export class PhoneBook {
  readonly #digits: string[] = []
  /** All of them, a line each; null since one changed. */
  #lines: string | null = null
  /** Where each slot's line begins. */
  #starts = new Uint32Array(0)

  put(slot: number, phone: string): void {
    const digits = phoneSpellings(phone).join(' ')
    if (this.#digits[slot] === digits) return
    while (this.#digits.length < slot) this.#digits.push('')
    this.#digits[slot] = digits
    this.#lines = null
  }

  holding(digits: string): readonly number[] {
    const lines = this.#write()
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

  #write(): string {
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

  /** The slot whose line holds this place. */
  #slotAt(place: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
}
