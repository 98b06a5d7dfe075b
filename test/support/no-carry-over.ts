import { makeCarryOver } from '../../electron/carry-over/carry-over.ts'

/** For a profile without data of an earlier version. */
export const NO_CARRY_OVER = makeCarryOver({
  files: null,
  read: () => Promise.reject(new Error('there is nothing to read')),
  forgotten: [],
  log: () => {},
})
