import { type ComponentType, lazy, Suspense } from 'react'
import { isMissingFile } from './missing-file.ts'

export type Preloaded<P> = ComponentType<P> & { readonly preload: () => Promise<unknown> }

/**
 * A component that is not needed for the first frame. Once it was preloaded it is there in the very frame it is asked for: what is typed
 * next must find its field, and a lazy one is late by some frames the first time. `Missing` stands in its place where its file is gone.
 */
export function preloaded<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Missing: ComponentType,
): Preloaded<P> {
  let Here: ComponentType<P> | null = null
  const preload = async (): Promise<{ readonly default: ComponentType<P> }> => {
    try {
      Here = await load()
      return { default: Here }
    } catch (error) {
      if (isMissingFile(error)) return { default: Missing as ComponentType<P> }
      throw error
    }
  }
  const Late = lazy(preload) as ComponentType<P>
  function Shown(props: P) {
    if (Here !== null) return <Here {...props} />
    return (
      <Suspense fallback={null}>
        <Late {...props} />
      </Suspense>
    )
  }
  return Object.assign(Shown, { preload })
}
