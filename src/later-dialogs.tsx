import { UpdatedDialog } from './frame/updated.tsx'
import { preloaded } from './ui/preloaded.tsx'

/** Loaded after first paint: reading needs none of them, and one includes the world's dialling plans. */
export const NewConversationDialog = preloaded(
  async () => (await import('./new-conversation/new-conversation-dialog.tsx')).NewConversationDialog,
  UpdatedDialog,
)
export const SettingsDialog = preloaded(
  async () => (await import('./settings/settings-dialog.tsx')).SettingsDialog,
  UpdatedDialog,
)
export const Palette = preloaded(async () => (await import('./palette/palette.tsx')).Palette, UpdatedDialog)
export const HelpSheet = preloaded(async () => (await import('./help/help-sheet.tsx')).HelpSheet, UpdatedDialog)
export const SnoozeDialog = preloaded(
  async () => (await import('./snooze/snooze-dialog.tsx')).SnoozeDialog,
  UpdatedDialog,
)
export const SavedSearchDialog = preloaded(
  async () => (await import('./search-view/saved-search-dialog.tsx')).SavedSearchDialog,
  UpdatedDialog,
)
export const ExportDialog = preloaded(
  async () => (await import('./export-view/export-dialog.tsx')).ExportDialog,
  UpdatedDialog,
)
export const BackUpDialog = preloaded(
  async () => (await import('./backup-view/back-up-dialog.tsx')).BackUpDialog,
  UpdatedDialog,
)
export const RestoreDialog = preloaded(
  async () => (await import('./backup-view/restore-dialog.tsx')).RestoreDialog,
  UpdatedDialog,
)
/** All of them. */
export const LATER = [
  BackUpDialog,
  RestoreDialog,
  ExportDialog,
  Palette,
  NewConversationDialog,
  SettingsDialog,
  HelpSheet,
  SnoozeDialog,
  SavedSearchDialog,
]
