import { describe, expect, it } from 'vitest'
import { findSnippets } from '../../../src/snippets/find-snippets.ts'

const SNIPPETS = [
  { id: '1', name: 'Order late', shortcut: 'late', text: 'I am sorry that your parcel is not there yet.' },
  { id: '2', name: 'Opening hours', shortcut: 'oh', text: 'We are open from nine to five.' },
  { id: '3', name: 'Thank you', shortcut: 'ty', text: 'Thank you for writing to us.' },
  { id: '4', name: 'Où est mon colis', shortcut: '', text: 'Nous le cherchons.' },
  { id: '5', name: 'Late payment', shortcut: 'pay', text: 'Your invoice is open.' },
]

describe('findSnippets', () => {
  it.each<[string, readonly string[]]>([
    ['', ['Late payment', 'Opening hours', 'Order late', 'Où est mon colis', 'Thank you']],
    ['late', ['Order late', 'Late payment']],
    ['la', ['Order late', 'Late payment']],
    ['pay', ['Late payment']],
    ['TY', ['Thank you']],
    ['o', ['Opening hours', 'Order late', 'Où est mon colis', 'Thank you', 'Late payment']],
    ['ou est', ['Où est mon colis']],
    ['parcel sorry', ['Order late']],
    ['order parcel', ['Order late']],
    ['ordl', ['Order late']],
    ['xyz', []],
  ])('for %j', (typed, names) => expect(findSnippets(SNIPPETS, typed).map((snippet) => snippet.name)).toEqual(names))
})
