// What can be undone and done again.
import { describe, expect, it } from 'vitest'
import { type ChangeSet, createHistory, invert } from '../../../src/main/core/history.ts'
import { annotationKind } from '../../../src/shared/kinds/annotation.ts'
import { correctionKind } from '../../../src/shared/kinds/correction.ts'
import type { Change } from '../../../src/shared/kinds/kind.ts'
import type { Annotation } from '../../../src/shared/model/annotation.ts'
import type { Correction } from '../../../src/shared/model/correction.ts'

const annotation = (note: string, id = 'a'): Annotation => ({
  id,
  target: { start: 0, end: 4, exact: 'word', prefix: '', suffix: '', textHash: 'h' },
  color: 'yellow',
  tags: [],
  note,
  created: '2026-03-04T10:00:00.000Z',
  modified: '2026-03-04T10:00:00.000Z',
})

const change = (before: Annotation | null, after: Annotation): Change => ({
  kind: annotationKind,
  article: 'x',
  key: after.id,
  before,
  after,
})

const made = (label = 'Highlight'): ChangeSet => ({
  label,
  at: 0,
  changes: [change(null, annotation(''))],
})

const noteEdit = (before: string, after: string, at: number, id = 'a'): ChangeSet => ({
  label: 'Edit note',
  at,
  changes: [change(annotation(before, id), annotation(after, id))],
})

const notesOf = (set: ChangeSet | null) =>
  set?.changes.map(({ before, after }) =>
    [before, after].map((each) => each && 'note' in each && each.note),
  )

describe('invert', () => {
  it('swaps before and after, and twice gives the set again', () => {
    const set = noteEdit('one', 'two', 5)
    expect(notesOf(invert(set))).toEqual([['two', 'one']])
    expect(invert(invert(set))).toEqual(set)
  })
})

describe('createHistory', () => {
  it('begins with nothing to undo or redo', () => {
    const history = createHistory()
    expect(history.state()).toEqual({ undo: null, redo: null })
    expect(history.toUndo()).toBeNull()
    expect(history.toRedo()).toBeNull()
    history.undone()
    history.redone()
    expect(history.state()).toEqual({ undo: null, redo: null })
  })

  it('names what would be undone and redone, last first', () => {
    const history = createHistory()
    history.push(made('first'))
    history.push(made('second'))
    expect(history.state()).toEqual({ undo: 'second', redo: null })
    history.undone()
    expect(history.state()).toEqual({ undo: 'first', redo: 'second' })
    history.undone()
    history.redone()
    expect(history.state()).toEqual({ undo: 'first', redo: 'second' })
  })

  it('changes nothing until it is told that a step was applied', () => {
    const history = createHistory()
    history.push(made())
    expect(history.toUndo()).toEqual(history.toUndo())
    expect(history.state().undo).toBe('Highlight')
  })

  it('forgets what was undone when something new is done', () => {
    const history = createHistory()
    history.push(made('old'))
    history.undone()
    history.push(made('new'))
    expect(history.state()).toEqual({ undo: 'new', redo: null })
  })

  it('joins the pauses of typing one note into one step', () => {
    const history = createHistory()
    history.push(made())
    history.push(noteEdit('', 'b', 1_000))
    history.push(noteEdit('b', 'br', 4_000))
    history.push(noteEdit('br', 'bridge', 8_000))
    expect(notesOf(history.toUndo())).toEqual([['bridge', '']])
    history.undone()
    expect(history.state()).toEqual({ undo: 'Highlight', redo: 'Edit note' })
    expect(notesOf(history.toRedo())).toEqual([['', 'bridge']])
  })

  it.each([
    ['after a long pause', noteEdit('b', 'br', 7_000)],
    ['of another highlight', noteEdit('b', 'br', 1_500, 'other')],
    ['that change something else', { ...noteEdit('b', 'br', 1_500), label: 'Change colour' }],
  ])('keeps edits %s apart', (_, next) => {
    const history = createHistory()
    history.push(noteEdit('', 'b', 1_000))
    history.push(next)
    history.undone()
    expect(history.state().undo).toBe('Edit note')
  })

  it('does not join an edit to one that was undone in between', () => {
    const history = createHistory()
    history.push(noteEdit('', 'b', 1_000))
    history.push(noteEdit('b', 'br', 20_000))
    history.undone()
    history.push(noteEdit('b', 'boat', 20_500))
    expect(notesOf(history.toUndo())).toEqual([['boat', 'b']])
  })
})

describe('a step that ends late', () => {
  it('lies under those that were begun after it, and leaves what can be done again', () => {
    const history = createHistory()
    history.push(made('First'), 1)
    history.push(made('Third'), 3)
    history.push(made('Fourth'), 4)
    history.undone()
    history.push(made('Second'), 2)
    expect(history.state()).toEqual({ undo: 'Third', redo: 'Fourth' })
    history.undone()
    expect(history.state().undo).toBe('Second')
    expect(history.last()).toBe(2)
  })
})

describe('a set of corrections', () => {
  const fact = (value: string | null): Correction => ({
    kind: 'fact',
    field: 'title',
    value,
    modified: '2026-03-04T10:00:00.000Z',
  })
  const corrected: ChangeSet = {
    label: 'Correct title',
    at: 0,
    changes: [
      {
        kind: correctionKind,
        article: 'x',
        key: 'fact title',
        before: fact(null),
        after: fact('New'),
      },
    ],
  }

  it('is turned round like one of annotations', () => {
    expect(invert(corrected).changes).toMatchObject([{ before: fact('New'), after: fact(null) }])
    expect(invert(invert(corrected))).toEqual(corrected)
  })
})
