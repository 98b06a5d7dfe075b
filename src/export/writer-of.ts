import type { ExportFormat } from '../shared/export-file.ts'
import type { About, ExportWriter } from './export-writer.ts'
import { csvWriter } from './write-csv.ts'
import { jsonWriter } from './write-json.ts'
import { markdownWriter } from './write-markdown.ts'

/** `timeOf` formats epoch ms in the user's locale, for the formats that users read. */
export function writerOf(format: ExportFormat, about: About, timeOf: (at: number) => string): ExportWriter {
  if (format === 'csv') return csvWriter
  return format === 'json' ? jsonWriter(about) : markdownWriter(about, timeOf)
}
