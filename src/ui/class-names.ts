/** Joins the truthy parts: `classNames('row', isOpen && 'row-open')`. */
export function classNames(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
