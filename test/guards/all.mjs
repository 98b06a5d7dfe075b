import { BACKUP_GUARDS } from './backups.mjs'
import { CALLS } from './calls.mjs'
import { DISK } from './disk.mjs'
import { GATE } from './gate.mjs'
import { HOSTS } from './hosts.mjs'
import { KEY } from './key.mjs'
import { NETWORK } from './network.mjs'
import { OUTSIDE } from './outside.mjs'
import { PACKAGE } from './package.mjs'
import { PAGE } from './page.mjs'
import { ROWS_AT_REST } from './rows.mjs'
import { SEALING_GUARDS } from './sealing.mjs'
import { SUPPLY } from './supply.mjs'
import { UPDATES } from './updates.mjs'

/** Every guard of docs/security.md, with the change that takes it out and the test that then fails. */
export const GUARDS = [
  ...PAGE,
  ...CALLS,
  ...KEY,
  ...GATE,
  ...HOSTS,
  ...NETWORK,
  ...OUTSIDE,
  ...PACKAGE,
  ...DISK,
  ...ROWS_AT_REST,
  ...SEALING_GUARDS,
  ...BACKUP_GUARDS,
  ...SUPPLY,
  ...UPDATES,
]
