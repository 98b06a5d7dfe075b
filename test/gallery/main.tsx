import './gallery.css'
import { DirectionProvider } from 'radix-ui/direction'
import { type ComponentType, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { TooltipProvider } from '../../src/ui/tooltip.tsx'
import { Content } from './content.tsx'
import { Controls } from './controls.tsx'
import { Dialogs, Menus } from './overlays.tsx'
import { addressOf, HEIGHTS, LOOKS, type Part, PARTS, WIDTH } from './parts.ts'

const DRAWN: Readonly<Record<Part, ComponentType>> = {
  controls: Controls,
  content: Content,
  menu: Menus,
  dialog: Dialogs,
}

/** Every part in every look. Each is a page of its own: the tokens apply to a whole document. */
function Overview() {
  return (
    <main className="flex w-max gap-4 p-4">
      {LOOKS.map((look) => (
        <section key={look.name}>
          <h1 className="mb-2 text-lg font-semibold">{look.name}</h1>
          {PARTS.map((part) => (
            <iframe
              key={part}
              title={`${part}, ${look.name}`}
              src={addressOf(part, look)}
              width={WIDTH}
              height={HEIGHTS[part]}
              className="mb-4 block border border-line"
            />
          ))}
        </section>
      ))}
    </main>
  )
}

/** Says when all of it is on screen, with its typeface. */
function Settled({ of }: { readonly of: string }) {
  useEffect(() => {
    void document.fonts.ready.then(() =>
      requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset['drawn'] = of))),
    )
  }, [of])
  return null
}

const asked = new URLSearchParams(location.search).get('part')
const part = PARTS.find((name) => name === asked)
const Drawn = part === undefined ? Overview : DRAWN[part]
const root = document.getElementById('root')
if (root === null) throw new Error('index.html holds the root')
createRoot(root).render(
  <DirectionProvider dir={document.dir === 'rtl' ? 'rtl' : 'ltr'}>
    <TooltipProvider>
      <div className={part === undefined ? '' : 'min-h-full bg-surface p-4'}>
        <Drawn />
        <Settled of={part ?? ''} />
      </div>
    </TooltipProvider>
  </DirectionProvider>,
)
