import { z } from 'zod'
import type { Bridge } from '../src/shared/bridge.ts'
import { MOVED_TABLES } from '../src/shared/device-backup.ts'
import { LANGUAGE_SETTINGS } from '../src/shared/language.ts'
import { THEMES } from '../src/shared/look.ts'
import { ERROR_NAMES } from '../src/shared/stack-frames.ts'
import { UPDATE_CHANNELS } from '../src/shared/updates.ts'
import { MAX_SUGGESTIONS, MAX_WORD_LENGTH } from '../src/shared/spelling.ts'
import { movedRows, pageSettings } from './device-backup/records.ts'
import {
  id,
  shortText,
  opId,
  content,
  status,
  MAX_EXPORT,
  MAX_EXPORT_CHUNK,
  format,
  inWorkspace,
  knownConversationIds,
  MAX_DATABASES,
  record,
  read,
  MAX_OPS,
  MAX_MENU_SECTIONS,
  MAX_MENU_ENTRIES,
  pending,
  notification,
  zoomLevel,
  mutation,
  PLACES,
  menuEntry,
  passphrase,
  inRestore,
} from './parts/door-values.ts'

/** What each method of the bridge accepts. */
export const INPUTS: { readonly [M in keyof Bridge]: z.ZodType<Parameters<Bridge[M]>[0]> } = {
  readSession: z.strictObject({}),
  connectWorkspace: z.strictObject({
    apiKey: shortText,
    baseUrl: shortText,
    workspaceId: id.exactOptional(),
    knownConversationIds: knownConversationIds.exactOptional(),
    proofs: z
      .array(z.strictObject({ ...inWorkspace, knownConversationIds }))
      .max(MAX_DATABASES)
      .exactOptional(),
  }),
  describeWorkspace: z.strictObject(inWorkspace),
  adoptDatabases: z.strictObject({
    found: z.array(z.strictObject({ databaseName: id, record: record.nullable() })).max(MAX_DATABASES),
    missing: z.array(id).max(MAX_DATABASES),
  }),
  openDemo: z.strictObject({}),
  chooseWorkspace: z.strictObject(inWorkspace),
  renameWorkspace: z.strictObject({ ...inWorkspace, name: z.string().max(200) }),
  forgetWorkspace: z.strictObject(inWorkspace),
  endForgetting: z.strictObject({ databaseNames: z.array(id).min(1).max(MAX_DATABASES) }),
  readDataKey: z.strictObject({ ...inWorkspace, hasDatabase: z.boolean() }),
  chooseWithoutKeychain: z.strictObject({ choice: z.enum(['unprotected', 'memory']) }),
  discardDataKey: z.strictObject(inWorkspace),
  restartApp: z.strictObject({}),
  beginCarryOver: z.strictObject({}),
  readCarriedPart: z.strictObject({ databaseName: id, part: z.int().nonnegative() }),
  endCarryOver: z.strictObject({ databaseNames: z.array(id).max(MAX_DATABASES) }),
  beginBackup: z.strictObject({
    passphrase,
    workspaceIds: z.array(id).max(MAX_DATABASES),
    settings: pageSettings,
  }),
  addToBackup: z.strictObject({ backupId: opId, ...inWorkspace, table: z.enum(MOVED_TABLES), rows: movedRows }),
  endBackup: z.strictObject({ backupId: opId, isWhole: z.boolean() }),
  chooseBackup: z.strictObject({}),
  openBackup: z.strictObject({ ...inRestore, passphrase }),
  takeWorkspace: z.strictObject({ ...inRestore, ...inWorkspace }),
  readBackupPart: z.strictObject({ ...inRestore, ...inWorkspace, part: z.int().nonnegative() }),
  takeSettings: z.strictObject(inRestore),
  endRestore: z.strictObject(inRestore),
  readLock: z.strictObject({}),
  setLock: z.strictObject({
    afterIdleMinutes: z.int().min(1).max(1_000).nullable().exactOptional(),
    withSystem: z.boolean().exactOptional(),
  }),
  lockApp: z.strictObject({}),
  lockedPageDone: z.strictObject({}),
  unlockApp: z.strictObject({}),
  typedSaved: z.strictObject({}),
  readBackground: z.strictObject({}),
  setBackground: z.strictObject({
    keepsRunning: z.boolean().exactOptional(),
    opensAtLogin: z.boolean().exactOptional(),
    startsHidden: z.boolean().exactOptional(),
  }),
  readWaitingLink: z.strictObject({}),
  takeLink: z.strictObject({}),
  readManaged: z.strictObject({}),
  readProxyQuestion: z.strictObject({}),
  answerProxyQuestion: z.strictObject({
    proxy: z.string().min(1).max(300),
    // A name with a colon would end at it (RFC 7617).
    name: z.string().regex(/^[^:\p{Cc}]{1,200}$/u),
    password: z.string().regex(/^\P{Cc}{0,1000}$/u),
  }),
  listConversations: z.strictObject({
    ...read,
    limit: z.int().min(1).max(100),
    offset: z.int().min(0),
    channel: shortText.exactOptional(),
    status: status.exactOptional(),
    customerId: id.exactOptional(),
  }),
  readConversation: z.strictObject({ ...read, conversationId: id }),
  createConversation: z.strictObject({
    ...mutation,
    channel: shortText,
    customerPhone: shortText.exactOptional(),
    customerEmail: shortText.exactOptional(),
    customerName: shortText.exactOptional(),
  }),
  sendMessage: z.strictObject({ ...mutation, conversationId: id, content }),
  updateConversation: z.strictObject({
    ...mutation,
    conversationId: id,
    status: status.exactOptional(),
    customerName: shortText.exactOptional(),
    tags: z.array(shortText).max(1_000).exactOptional(),
  }),
  closeConversation: z.strictObject({ ...mutation, conversationId: id }),
  openedDatabase: z.strictObject({ ...inWorkspace, installId: opId.nullable() }),
  recallOps: z.strictObject({ ...inWorkspace, opIds: z.array(opId).max(MAX_OPS) }),
  rememberOps: z.strictObject({
    ...inWorkspace,
    // JSON escapes one character as up to six.
    ops: z.array(z.strictObject({ opId, payload: z.string().min(1).max(8_000_000) })).max(MAX_OPS),
  }),
  forgetOps: z.strictObject({ ...inWorkspace, opIds: z.array(opId).max(MAX_OPS) }),
  reportUnsent: z.strictObject({ ...inWorkspace, waiting: pending, asking: pending }),
  // These fields go to the log, which must not contain free text.
  reportBrokenPart: z.strictObject({
    part: z.string().regex(/^[a-z ]{1,40}$/),
    name: z.enum(ERROR_NAMES),
    where: z.string().regex(PLACES),
  }),
  reportProblem: z.strictObject({}),
  readSpeed: z.strictObject({}),
  readUpdates: z.strictObject({}),
  checkForUpdates: z.strictObject({}),
  setUpdateChannel: z.strictObject({ channel: z.enum(UPDATE_CHANNELS) }),
  restartToUpdate: z.strictObject({}),
  readLook: z.strictObject({}),
  setLook: z.strictObject({
    theme: z.enum(THEMES).exactOptional(),
    language: z.enum(LANGUAGE_SETTINGS).exactOptional(),
    zoomLevel: zoomLevel.exactOptional(),
  }),
  listRequests: z.strictObject(inWorkspace),
  exportRequests: z.strictObject({ ...inWorkspace, to: z.enum(['clipboard', 'file']) }),
  showNotification: notification,
  testNotification: notification,
  readNotificationAbilities: z.strictObject({}),
  takeNotificationAnswers: z.strictObject(inWorkspace),
  endNotificationAnswer: z.strictObject({ answerId: opId }),
  withdrawNotification: z.strictObject({ ...inWorkspace, conversationId: id.nullable() }),
  answerSpelling: z.strictObject({
    question: z.int().nonnegative(),
    suggestions: z
      .array(
        z
          .string()
          .min(1)
          .max(2 * MAX_WORD_LENGTH),
      )
      .max(MAX_SUGGESTIONS),
  }),
  showBadge: z.strictObject({ count: z.int().min(0).max(10_000_000) }),
  openLink: z.strictObject({ url: shortText }),
  saveExport: z.strictObject({
    name: shortText,
    format,
    content: z.string().max(MAX_EXPORT),
  }),
  beginExport: z.strictObject({ name: shortText, format }),
  appendExport: z.strictObject({ exportId: opId, content: z.string().max(MAX_EXPORT_CHUNK) }),
  endExport: z.strictObject({ exportId: opId, isWhole: z.boolean() }),
  showMenu: z.strictObject({
    sections: z
      .array(
        z.strictObject({
          name: z.enum(['app', 'file', 'conversation', 'go', 'help']),
          entries: z.array(menuEntry).max(MAX_MENU_ENTRIES),
        }),
      )
      .max(MAX_MENU_SECTIONS),
  }),
}
