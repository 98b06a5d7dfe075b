/**
 * What is drawn on what. `front` is text or a part of a control; each of `backs` is a surface, or layers from the bottom up joined by " + ".
 * @typedef {{ kind: 'text' | 'part', front: string, backs: readonly string[], use: string }} Pair
 */

/** The least contrast of WCAG 2.2: AA as usual, AAA in high contrast, where parts of controls get what text needs elsewhere. */
export const MINIMUM = {
  usual: { text: 4.5, part: 3 },
  high: { text: 7, part: 4.5 },
}

const PAPER = ['canvas', 'surface', 'raised']
const ROWS = [...PAPER, 'selected', 'canvas + hover', 'surface + hover', 'raised + hover']
const BUBBLES = ['bubble-theirs', 'bubble-ours']

/** @type {readonly Pair[]} */
export const PAIRS = [
  { kind: 'text', front: 'ink', backs: [...ROWS, ...BUBBLES], use: 'names, messages, titles' },
  { kind: 'text', front: 'muted', backs: [...ROWS, ...BUBBLES], use: 'descriptions, read rows' },
  { kind: 'text', front: 'faint', backs: ROWS, use: 'times, counts, hints' },
  { kind: 'text', front: 'accent-text', backs: [...ROWS, ...BUBBLES, 'accent-soft'], use: 'links, chosen options' },
  {
    kind: 'text',
    front: 'on-accent',
    backs: ['accent', 'accent-strong', 'danger-fill', 'danger-strong'],
    use: 'labels of filled buttons',
  },
  { kind: 'text', front: 'danger', backs: [...ROWS, 'danger-soft'], use: 'errors' },
  { kind: 'text', front: 'warning', backs: [...PAPER, 'warning-soft'], use: 'warnings' },
  { kind: 'text', front: 'success', backs: [...PAPER, 'success-soft'], use: 'good news' },
  { kind: 'text', front: 'avatar-text', backs: ['avatar-fill'], use: 'initials of a customer, in every hue' },
  { kind: 'text', front: 'workspace-text', backs: ['workspace-fill'], use: 'letter of a workspace, in every hue' },
  { kind: 'part', front: 'control', backs: PAPER, use: 'borders of fields and checkboxes' },
  {
    kind: 'part',
    front: 'accent',
    backs: [...PAPER, 'selected'],
    use: 'fills of buttons and checkboxes, the unread mark',
  },
  { kind: 'part', front: 'danger', backs: BUBBLES, use: 'outline of a message that needs the user' },
  { kind: 'part', front: 'danger-fill', backs: PAPER, use: 'fill of a dangerous button, the count of problems' },
  {
    kind: 'part',
    front: 'focus',
    backs: [...ROWS, ...BUBBLES, 'accent-soft', 'warning-soft', 'danger-soft', 'success-soft'],
    use: 'focus ring',
  },
]
