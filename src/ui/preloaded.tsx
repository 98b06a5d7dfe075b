import { type ComponentType, lazy, Suspense } from 'react'

export type Preloaded = ComponentType & { readonly preload: () => Promise<unknown> }

/**
 * A component that is not needed for the first frame. Once it was preloaded it is there in the very frame it is asked for: what is typed
 * next must find its field, and a lazy one is late by some frames the first time.
 */
export function preloaded(load: () => Promise<ComponentType>): Preloaded {
  let Here: ComponentType | null = null
  const preload = async (): Promise<{ readonly default: ComponentType }> => {
    Here = await load()
    return { default: Here }
  }
  const Late = lazy(preload)
  function Shown() {
    if (Here !== null) return <Here />
    return (
      <Suspense fallback={null}>
        <Late />
      </Suspense>
    )
  }
  return Object.assign(Shown, { preload })
}
