// Whatever the order in which answers and events arrive, the end is what the core has.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTable, type Stamp, type Table } from '../../../src/renderer/replica/table.ts'

interface Note {
  readonly id: string
  readonly text: string
}

const event = (revision: number): Stamp => ({ revision, by: 'event' })
const answer = (revision: number): Stamp => ({ revision, by: 'answer' })
const pairs = (notes: readonly Note[]) => notes.map((note) => [note.id, note] as const)
const sorted = (notes: readonly Note[]): readonly Note[] =>
  [...notes].sort((a, b) => (a.id < b.id ? -1 : 1))

const one = { id: '1', text: 'one' }
const two = { id: '2', text: 'two' }

describe('a table', () => {
  it('keeps what was made while an older answer was on its way', () => {
    const table = createTable<Note>()
    table.replace(pairs([one]), answer(3))
    // A highlight is made, and told; then comes the answer that was begun before.
    table.change(pairs([two]), [], event(4))
    expect(table.replace(pairs([one]), answer(3))).toBe(true)
    expect(table.values()).toEqual([one, two])
  })

  it('does not bring back what is gone with an older answer', () => {
    const table = createTable<Note>()
    table.replace(pairs([one, two]), answer(3))
    table.change([], ['2'], event(4))
    table.replace(pairs([one, two]), answer(3))
    expect(table.values()).toEqual([one])
    table.replace(pairs([one]), answer(4))
    expect(table.values()).toEqual([one])
  })

  it('drops an answer that is older than one it has', () => {
    const table = createTable<Note>()
    table.replace(pairs([two]), answer(7))
    expect(table.replace(pairs([one]), answer(6))).toBe(false)
    expect(table.change(pairs([one]), [], event(7))).toBe(false)
    expect(table.values()).toEqual([two])
  })

  it('takes the answer of a change for what it is: at least as new as what it began with', () => {
    const table = createTable<Note>()
    table.replace(pairs([one]), answer(3))
    expect(table.change(pairs([two]), [], answer(3))).toBe(true)
    expect(table.change(pairs([two]), [], event(4))).toBe(false)
    expect(table.values()).toEqual([one, two])
  })

  it('says whether anything is another now', () => {
    const table = createTable<Note>()
    expect(table.change(pairs([one]), [], event(1))).toBe(true)
    expect(table.change([], ['unknown'], event(2))).toBe(false)
    expect(table.change([], ['1'], event(3))).toBe(true)
  })
})

/** What the core does, and when somebody asks it for all there is. */
type Act =
  | { readonly do: 'put'; readonly id: string; readonly text: string }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'tell-all' }
  | { readonly do: 'ask'; readonly answeredAfter: number }

type Delivery = (table: Table<Note>) => void

/** Lets a core live through some acts. Gives what it has in the end, and all that it says, events first. */
function live(acts: readonly Act[]): {
  readonly end: readonly Note[]
  readonly events: readonly Delivery[]
  readonly answers: readonly Delivery[]
} {
  const state = new Map<string, Note>()
  const events: Delivery[] = []
  const answers: Delivery[] = []
  let waiting: { readonly begun: number; readonly at: number }[] = [{ begun: 0, at: 0 }]
  const answerAll = (at: number): void => {
    for (const { begun } of waiting.filter((each) => each.at <= at)) {
      const seen = pairs([...state.values()])
      answers.push((table) => table.replace(seen, answer(begun)))
    }
    waiting = waiting.filter((each) => each.at > at)
  }
  for (const [at, act] of acts.entries()) {
    answerAll(at)
    const begun = events.length
    if (act.do === 'ask') waiting.push({ begun, at: at + act.answeredAfter })
    else if (act.do === 'put') {
      const note = { id: act.id, text: act.text }
      state.set(act.id, note)
      events.push((table) => table.change(pairs([note]), [], event(begun + 1)))
      // Whoever made it is answered with it, too.
      answers.push((table) => table.change(pairs([note]), [], answer(begun)))
    } else if (act.do === 'remove') {
      state.delete(act.id)
      events.push((table) => table.change([], [act.id], event(begun + 1)))
    } else {
      const seen = pairs([...state.values()])
      events.push((table) => table.replace(seen, event(begun + 1)))
    }
  }
  answerAll(Number.POSITIVE_INFINITY)
  return { end: sorted([...state.values()]), events, answers }
}

const id = fc.constantFrom('1', '2', '3')
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), id, text: fc.string({ maxLength: 3 }) }),
  fc.record({ do: fc.constant('remove' as const), id }),
  fc.record({ do: fc.constant('tell-all' as const) }),
  fc.record({ do: fc.constant('ask' as const), answeredAfter: fc.nat({ max: 5 }) }),
)

describe('in the end a table is as the core', () => {
  it('when events come in their order, and answers at any time', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (acts, places) => {
        const { end, events, answers } = live(acts)
        const order = [...events]
        for (const given of answers)
          order.splice((places.next().value ?? 0) % (order.length + 1), 0, given)
        const table = createTable<Note>()
        for (const deliver of order) deliver(table)
        expect(sorted(table.values())).toEqual(end)
      }),
      { numRuns: 2_000 },
    )
  })

  it('even when events are overtaken, too', () => {
    fc.assert(
      fc.property(
        fc
          .array(act, { maxLength: 20 })
          .map(live)
          .chain((lived) => {
            const all = [...lived.events, ...lived.answers]
            return fc.record({
              end: fc.constant(lived.end),
              order: fc.shuffledSubarray(all, { minLength: all.length }),
            })
          }),
        ({ end, order }) => {
          const table = createTable<Note>()
          for (const deliver of order) deliver(table)
          expect(sorted(table.values())).toEqual(end)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
