export type ExportFormat = 'markdown' | 'json' | 'csv'

/** Null when the user cancelled. */
export type SavedExport = { readonly fileName: string | null }
/** A file that is being written; null when the user cancelled. */
export type BegunExport = { readonly exportId: string; readonly fileName: string } | null
