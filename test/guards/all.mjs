import { CALLS } from './calls.mjs'
import { DISK } from './disk.mjs'
import { KEY } from './key.mjs'
import { OUTSIDE } from './outside.mjs'
import { PACKAGE } from './package.mjs'
import { PAGE } from './page.mjs'
import { SEALING_GUARDS } from './sealing.mjs'
import { SUPPLY } from './supply.mjs'

/** Every guard of docs/security.md, with the change that takes it out and the test that then fails. */
export const GUARDS = [...PAGE, ...CALLS, ...KEY, ...OUTSIDE, ...PACKAGE, ...DISK, ...SEALING_GUARDS, ...SUPPLY]
