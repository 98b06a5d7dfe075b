import { useView } from '../view/view.ts'

/** The rail shows icons without names. */
export function useIsIcons(): boolean {
  return useView((view) => view.layout.rail === 'icons')
}
