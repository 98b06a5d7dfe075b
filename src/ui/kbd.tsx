import { isMac, keyNames } from './key-names.ts'

/** Keys as they are printed on this person's keyboard: `mod+Enter` is ⌘↵ on a Mac, Ctrl ↵ elsewhere. Drawn, not read out. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span aria-hidden="true" className="inline-flex items-center gap-0.5 font-sans text-xs">
      {keyNames(keys, isMac()).map((name) => (
        <kbd
          key={name}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-[4px] border border-current/30 px-1 font-sans text-xs leading-none font-normal"
        >
          {name}
        </kbd>
      ))}
    </span>
  )
}
