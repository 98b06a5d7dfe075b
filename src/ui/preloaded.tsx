import { type ComponentType, lazy, Suspense } from 'react'
import { isMissingFile } from './missing-file.ts'

export type Preloaded<P> = ComponentType<P> & { readonly preload: () => Promise<unknown> }

/**
 * A component that the first frame doesn't need. Once preloaded it renders in the frame in which it is requested, so that its field gets the
 * next keys; a lazy component is some frames late the first time. `Missing` is rendered when its file is gone.
 */
export function preloaded<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Missing: ComponentType,
): Preloaded<P> {
  let Loaded: ComponentType<P> | null = null
  const preload = async (): Promise<{ readonly default: ComponentType<P> }> => {
    try {
      Loaded = await load()
      return { default: Loaded }
    } catch (error) {
      if (isMissingFile(error)) return { default: Missing as ComponentType<P> }
      throw error
    }
  }
  const Lazy = lazy(preload) as ComponentType<P>
  function Shown(props: P) {
    if (Loaded !== null) return <Loaded {...props} />
    return (
      <Suspense fallback={null}>
        <Lazy {...props} />
      </Suspense>
    )
  }
  return Object.assign(Shown, { preload })
}
