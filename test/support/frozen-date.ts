/** Runs in a page before its own scripts. The date stands still at `at`, epoch ms. Timers and `performance.now` go on. */
export function freezeDate(at: number): void {
  class FrozenDate extends Date {
    constructor(...input: readonly unknown[]) {
      super(...((input.length === 0 ? [at] : input) as [number]))
    }
    static override now(): number {
      return at
    }
  }
  globalThis.Date = FrozenDate as DateConstructor
}
