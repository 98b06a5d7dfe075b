import { z } from 'zod'
import { MAX_KNOWN_CONVERSATIONS } from '../../src/shared/bridge.ts'
import { MAX_PASSPHRASE } from '../../src/shared/device-backup.ts'
import { STATUSES } from '../../src/shared/model.ts'
import { isAccelerator } from '../../src/shared/menu.ts'
import { workspaceOfNotice } from '../../src/shared/notification.ts'
import { MAX_ZOOM_LEVEL, MIN_ZOOM_LEVEL } from '../../src/shared/zoom.ts'

/** These limits are far above any valid call. They keep a broken page from using up the memory of this process. */
export const id = z.string().min(1).max(1_000)
export const shortText = z.string().max(10_000)
/** Sent as a header, so only ASCII letters, digits, `_` and `-` are allowed. */
export const opId = z.string().regex(/^[\w-]{1,100}$/)
/** The API takes bodies up to 1 MB. */
export const content = z.string().min(1).max(1_000_000)
export const status = z.enum(STATUSES)
/** Characters: more than 100,000 messages. */
export const MAX_EXPORT = 50_000_000
/** Characters. The page sends much smaller chunks. */
export const MAX_EXPORT_CHUNK = 8_000_000
export const format = z.enum(['markdown', 'json', 'csv'])
export const inWorkspace = { workspaceId: id }
export const knownConversationIds = z.array(id).min(1).max(MAX_KNOWN_CONVERSATIONS)
/** Databases in one call. */
export const MAX_DATABASES = 100
export const record = z.strictObject({
  id,
  name: z.string().max(200),
  baseUrl: shortText,
  isTest: z.boolean(),
  keyPrint: z.string().max(200).nullable(),
})
export const read = { ...inWorkspace, isBackground: z.boolean().exactOptional() }
/** Ops in one call. */
export const MAX_OPS = 1_000
/** Larger than any menu. */
export const MAX_MENU_SECTIONS = 10
export const MAX_MENU_ENTRIES = 100
export const pending = z.strictObject({
  messages: z.int().nonnegative(),
  conversations: z.int().nonnegative(),
  changes: z.int().nonnegative(),
})
export const notification = z.strictObject({
  ...inWorkspace,
  conversationId: id.nullable(),
  // Systems show far less, and some have problems with long texts.
  title: z.string().min(1).max(200),
  body: z.string().max(500),
  isSilent: z.boolean(),
  answers: z
    .strictObject({
      noticeId: z
        .string()
        .max(1_100)
        .refine((value) => workspaceOfNotice(value) !== null),
      canReply: z.boolean(),
      canResolve: z.boolean(),
    })
    .exactOptional(),
})
export const zoomLevel = z.number().min(MIN_ZOOM_LEVEL).max(MAX_ZOOM_LEVEL)
export const mutation = { ...inWorkspace, opId }
/** Positions in the page's scripts: `main-abc.js:1:2 < thread-def.js:3:4`. */
export const PLACES = /^(?:(?:^| < )[\w.-]{1,80}\.[cm]?[jt]sx?:\d{1,7}:\d{1,7}){0,8}$/
/** Electron throws when it cannot parse an accelerator. */
const accelerator = z.string().refine(isAccelerator)
export const menuEntry = z.strictObject({
  id: opId,
  title: z.string().min(1).max(100),
  accelerator: accelerator.nullable(),
})

export const passphrase = z.string().min(1).max(MAX_PASSPHRASE)
export const inRestore = { restoreId: opId }
