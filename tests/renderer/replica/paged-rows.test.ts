// Pages of a long list: few calls, few rows held, and nothing older in the place of what is newer.
import { describe, expect, it } from 'vitest'
import {
  createPagedRows,
  type RowView,
  rowInView,
} from '../../../src/renderer/replica/paged-rows.ts'
import type { AppError } from '../../../src/shared/errors.ts'
import type { RowPage, RowQuery } from '../../../src/shared/model/rows.ts'
import { ok, type Result } from '../../../src/shared/result.ts'
import { idOf, listedAt } from '../list-rows.ts'

interface Asked {
  readonly query: RowQuery
  readonly start: number
  readonly end: number
  answer(total: number, name?: string, at?: (place: number) => number): Promise<void>
  fail(): Promise<void>
}

const settled = () => new Promise<void>((done) => setTimeout(done))
const failure: AppError = { code: 'io', message: 'No.', advice: 'Wait.' }

/** A list whose core answers when a test says so. */
function list() {
  const asked: Asked[] = []
  const places: { readonly id: string; answer(place: number | null): Promise<void> }[] = []
  const views: RowView[] = []
  const failures: (AppError | null)[] = []
  let calls = 0
  const paged = createPagedRows({
    page: (query, start, end) =>
      new Promise<Result<RowPage>>((done) => {
        calls++
        asked.push({
          query,
          start,
          end,
          async answer(total, name = 'Row', rowAt = (place) => place) {
            const rows = Array.from(
              { length: Math.max(0, Math.min(end, total) - start) },
              (_, at) => listedAt(rowAt(start + at), { title: `${name} ${start + at}` }),
            )
            done(ok({ total, rows, groups: [] }))
            await settled()
          },
          async fail() {
            done({ ok: false, error: failure })
            await settled()
          },
        })
      }),
    place: (_, id) =>
      new Promise((done) => {
        places.push({
          id,
          async answer(place) {
            done(ok({ place }))
            await settled()
          },
        })
      }),
    shown: (view) => void views.push(view),
    failed: (error) => void failures.push(error),
  })
  const shown = (): RowView | undefined => views.at(-1)
  return {
    paged,
    asked,
    places,
    failures,
    shown,
    calls: () => calls,
    titleAt: (place: number) => {
      const view = shown()
      return view ? rowInView(view, place)?.title : undefined
    },
    held: () => [...(shown()?.pages.values() ?? [])].flat().length,
    next: () => {
      const [one] = asked.splice(0, 1)
      if (!one) throw new Error('nothing was asked for')
      return one
    },
  }
}

const byPath: RowQuery = { sort: 'path' }
const typed = (filter: string): RowQuery => ({ sort: 'path', filter })

async function opened(total = 50_000) {
  const opened = list()
  opened.paged.ask(byPath)
  await opened.next().answer(total)
  return opened
}

describe('pages of the list', () => {
  it('are asked for around what is in view, and few are held, wherever the view goes', async () => {
    const { paged, next, asked, held, calls, titleAt } = await opened()
    expect(held()).toBe(100)
    for (let at = 0; at < 50_000; at += 500) {
      paged.want([{ first: at, last: at + 25 }])
      while (asked.length > 0) await next().answer(50_000)
      expect(titleAt(at)).toBe(`Row ${at}`)
      expect(held()).toBeLessThanOrEqual(800)
    }
    expect(calls()).toBeLessThan(150)
  })

  it('are not asked for twice while they are held', async () => {
    const { paged, next, asked, calls } = await opened()
    paged.want([{ first: 80, last: 110 }])
    await next().answer(50_000)
    paged.want([{ first: 0, last: 30 }])
    paged.want([{ first: 70, last: 100 }])
    expect(asked).toEqual([])
    expect(calls()).toBe(2)
  })

  it('stay shown until the newer are there, which are asked for once however often they change', async () => {
    const { paged, next, asked, titleAt } = await opened()
    paged.renew()
    paged.renew()
    paged.renew()
    expect(titleAt(3)).toBe('Row 3')
    await next().answer(50_000, 'Older')
    // It was begun before the last change: better than nothing, and asked for once more.
    expect(titleAt(3)).toBe('Older 3')
    await next().answer(50_000, 'Newer')
    expect(titleAt(3)).toBe('Newer 3')
    expect(asked).toEqual([])
  })

  it('of an older query never come in the place of a newer one', async () => {
    const { paged, next, asked, shown, calls } = await opened()
    for (const word of ['b', 'br', 'bri', 'brid', 'bridg', 'bridge']) paged.ask(typed(word))
    const late = next()
    expect(late.query).toEqual(typed('b'))
    expect(shown()?.query).toEqual(byPath)
    await late.answer(900)
    expect(shown()?.query).toEqual(byPath)
    const last = next()
    expect(last.query).toEqual(typed('bridge'))
    await last.answer(7)
    expect(shown()).toMatchObject({ query: typed('bridge'), total: 7 })
    expect(asked).toEqual([])
    // Six letters were two questions.
    expect(calls()).toBe(3)
  })

  it('begin at the first of another query, whatever was in view before', async () => {
    const { paged, next, asked } = await opened()
    paged.want([{ first: 30_000, last: 30_025 }])
    await next().answer(50_000)
    paged.ask(typed('x'))
    paged.want([{ first: 30_000, last: 30_025 }])
    const first = next()
    expect([first.start, first.end]).toEqual([0, 100])
    await first.answer(40_000)
    expect(asked).toEqual([])
  })

  it('know the row that the keyboard is on, wherever it went', async () => {
    const { paged, next, places, shown, titleAt } = await opened()
    paged.follow({ id: idOf(3), place: 3 })
    paged.want([{ first: 20_000, last: 20_025 }])
    await next().answer(50_000)
    expect(titleAt(3)).toBe('Row 3')
    paged.ask({ sort: 'date' })
    await next().answer(50_000)
    expect(shown()?.followed).toEqual({ id: idOf(3), place: 3 })
    paged.follow({ id: idOf(20_007), place: 20_007 })
    paged.ask({ sort: 'title' })
    await next().answer(50_000)
    expect(places.map(({ id }) => id)).toEqual([idOf(20_007)])
    await places[0]?.answer(41_000)
    expect(shown()?.followed).toEqual({ id: idOf(20_007), place: 41_000 })
    const its = next()
    expect([its.start, its.end]).toEqual([41_000, 41_100])
    await its.answer(50_000)
  })

  it('say that they could not be had, and are asked for with the next change', async () => {
    const { paged, next, asked, failures, titleAt } = await opened()
    paged.renew()
    await next().fail()
    expect(failures.at(-1)).toEqual(failure)
    expect(asked).toEqual([])
    expect(titleAt(0)).toBe('Row 0')
    paged.renew()
    await next().answer(50_000, 'Newer')
    expect(failures.at(-1)).toBeNull()
    expect(titleAt(0)).toBe('Newer 0')
  })

  it('of another query that could not be had are asked for once more by themselves', async () => {
    const { paged, next, asked, failures, shown } = await opened()
    paged.ask(typed('x'))
    await next().fail()
    expect(shown()?.query).toEqual(byPath)
    await expect.poll(() => asked.length, { timeout: 5_000 }).toBe(1)
    await next().answer(7)
    expect(shown()).toMatchObject({ query: typed('x'), total: 7 })
    expect(failures.at(-1)).toBeNull()
  })

  it('that still cannot be had wait for a change', async () => {
    const { paged, next, asked, calls } = await opened()
    paged.renew()
    await next().fail()
    await expect.poll(() => asked.length, { timeout: 5_000 }).toBe(1)
    await next().fail()
    await new Promise((done) => setTimeout(done, 1_200))
    expect(calls()).toBe(3)
    paged.renew()
    await next().answer(50_000)
    expect(asked).toEqual([])
  })

  it('follow a row that stands in several places where it was, not to the first of them', async () => {
    const { paged, next, asked, shown } = await opened()
    paged.want([{ first: 180, last: 205 }])
    while (asked.length > 0) await next().answer(50_000)
    paged.follow({ id: idOf(190), place: 190 })
    paged.renew()
    // It stands at 10 as well, and where it was one further down.
    const moved = new Map([
      [10, 190],
      [190, 1],
      [191, 190],
    ])
    await next().answer(50_000, 'Row', (place) => moved.get(place) ?? place)
    expect(shown()?.followed).toEqual({ id: idOf(190), place: 191 })
  })

  it('are none of an empty list, and of one that was left', async () => {
    const { paged, next, asked, shown } = await opened(0)
    expect(shown()).toMatchObject({ total: 0 })
    expect(asked).toEqual([])
    paged.renew()
    paged.end()
    await next().answer(50_000)
    expect(shown()).toMatchObject({ total: 0 })
  })

  it('follow a list that becomes shorter than where the view is', async () => {
    const { paged, next, asked, shown } = await opened()
    paged.want([{ first: 30_000, last: 30_025 }])
    await next().answer(50_000)
    paged.renew()
    await next().answer(20)
    expect(shown()?.total).toBe(20)
    await next().answer(20)
    expect(asked).toEqual([])
    expect([...(shown()?.pages.keys() ?? [])]).toContain(0)
  })
})
