import { describe, expect, it } from 'vitest'
import {
  afterStep,
  countDone,
  type Drill,
  isOffered,
  readMemory,
  startDrill,
  type StepId,
  stepOf,
  stepOfChange,
  type Way,
} from '../../../src/drill/drill.ts'

function play(isDemo: boolean, steps: readonly (readonly [StepId, Way])[]): Drill {
  return steps.reduce((drill, [step, way]) => afterStep(drill, step, way), startDrill(isDemo))
}

describe('the drill', () => {
  const DEMO: readonly StepId[] = ['next', 'send', 'resolve', 'undo', 'palette']

  it.each([
    ['by key', 'key'],
    ['by mouse', 'pointer'],
  ] as const)('ends after its five steps %s', (_, way) => {
    let drill = startDrill(true)
    for (const [index, step] of DEMO.entries()) {
      expect([stepOf(drill), countDone(drill)]).toEqual([step, index])
      drill = afterStep(drill, step, way)
      expect([drill.last, drill.done[step]]).toEqual([step, way])
    }
    expect(stepOf(drill)).toBeNull()
  })

  it('does nothing to real customers: no step sends, resolves or closes', () => {
    expect(startDrill(false).steps).toEqual(['next', 'reply', 'star', 'undo', 'palette'])
  })

  it('counts a step that is done before its turn', () => {
    const drill = play(true, [
      ['palette', 'pointer'],
      ['next', 'key'],
    ])
    expect([stepOf(drill), countDone(drill), drill.last]).toEqual(['send', 2, 'next'])
  })

  it('stays the same object when a step is done again, or is not part of it', () => {
    const drill = play(true, [['next', 'key']])
    expect(afterStep(drill, 'next', 'pointer')).toBe(drill)
    expect(afterStep(drill, 'star', 'key')).toBe(drill)
  })

  it('continues where it stopped', () => {
    expect(stepOf(startDrill(true, { next: 'key', send: 'pointer' }))).toBe('resolve')
    expect(stepOf(startDrill(true, { next: 'key', send: 'key', resolve: 'key', undo: 'key' }))).toBe('palette')
  })

  it.each([
    [true, { next: 'key', send: 'key', resolve: 'key' }, 'resolve'],
    [false, { next: 'key', reply: 'key', star: 'pointer' }, 'star'],
  ] as const)('begins again with the change when its undo was missing, demo: %s', (isDemo, done, step) => {
    expect(stepOf(startDrill(isDemo, done))).toBe(step)
  })
})

describe('stepOfChange', () => {
  const OPEN = { isFinished: false, isStarred: false }
  const FINISHED = { isFinished: true, isStarred: false }
  const STARRED = { isFinished: false, isStarred: true }
  it.each([
    ['nothing for no change', OPEN, OPEN, false, null],
    ['resolve', OPEN, FINISHED, false, 'resolve'],
    ['star', OPEN, STARRED, false, 'star'],
    ['undo, when it is as before again', OPEN, OPEN, true, 'undo'],
    ['nothing for one that was finished already', FINISHED, FINISHED, false, null],
    ['undo, when a finished one is as before again', FINISHED, FINISHED, true, 'undo'],
    ['star, of a finished one', FINISHED, { isFinished: true, isStarred: true }, false, 'star'],
    ['nothing while it is only partly as before', STARRED, OPEN, true, null],
  ] as const)('is %s', (_, first, now, wasChanged, step) => {
    expect(stepOfChange(first, now, wasChanged)).toBe(step)
  })
})

describe('the memory of the drill', () => {
  it.each([
    ['nothing', null, { isOver: false, done: {} }],
    ['what is no JSON', '{', { isOver: false, done: {} }],
    ['another value', '7', { isOver: false, done: {} }],
    [
      'unknown steps and ways',
      '{"done":{"next":"key","x":"key","send":"nose"}}',
      { isOver: false, done: { next: 'key' } },
    ],
    ['a drill that is over', '{"isOver":true}', { isOver: true, done: {} }],
    ['damaged steps', '{"isOver":true,"done":3}', { isOver: true, done: {} }],
  ])('reads %s', (_, stored, memory) => {
    expect(readMemory(stored)).toEqual(memory)
  })

  it('is offered in the demo until it is over, and never in a workspace', () => {
    expect(isOffered('demo', readMemory(null))).toBe(true)
    expect(isOffered('demo', readMemory('{"isOver":true}'))).toBe(false)
    expect(isOffered('api', readMemory(null))).toBe(false)
  })
})
