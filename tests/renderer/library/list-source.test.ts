// The list as the grid asks for it: what tells its lines apart, and where a row that stands twice is.
import { beforeAll, describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/renderer/library/list-lines.ts'
import type { RowView } from '../../../src/renderer/replica/paged-rows.ts'
import type { RowGroup } from '../../../src/shared/model/rows.ts'
import { installFakeCore } from '../actions/fake-core.ts'
import { idOf, listedAt } from '../list-rows.ts'

installFakeCore()
const load = () => import('../../../src/renderer/library/list-source.ts')
let page: Awaited<ReturnType<typeof load>>

beforeAll(async () => {
  page = await load()
})

/** Rows by the numbers of their articles, as they stand from the first place on. */
function sourceOf(numbers: readonly number[], groups: readonly RowGroup[] = []) {
  const view: RowView = {
    query: { sort: 'path' },
    total: numbers.length,
    groups,
    pages: new Map(
      [0, 1].map((at) => [at, numbers.slice(at * 100, at * 100 + 100).map((one) => listedAt(one))]),
    ),
    followed: null,
  }
  const heading = ({ key, count }: RowGroup) => ({
    id: `${key}`,
    name: `${key}`,
    count,
    folded: false,
  })
  return page.listSource(
    view,
    linesOf(view.total, groups, () => false),
    heading,
  )
}

const keysOf = (source: ReturnType<typeof sourceOf>): ReadonlySet<unknown> =>
  new Set(Array.from({ length: source.total }, (_, line) => source.keyAt?.(line)))

describe('the list as the grid asks for it', () => {
  it('has another key for every line, also where an older page repeats a row of a newer', () => {
    const numbers = Array.from({ length: 120 }, (_, at) => (at < 100 ? at : at - 2))
    const source = sourceOf(numbers)
    expect(keysOf(source).size).toBe(120)
    expect(source.keyAt?.(99)).toBe(idOf(99))
  })

  it('has other keys for an article in each of its groups, whatever stands above them', () => {
    const groups = [
      { key: 'a', start: 0, count: 2 },
      { key: 'b', start: 2, count: 3 },
    ]
    const source = sourceOf([7, 8, 7, 9, 9], groups)
    expect(keysOf(source).size).toBe(7)
    expect([source.keyAt?.(1), source.keyAt?.(4)]).toEqual([`0 ${idOf(7)}`, `1 ${idOf(7)}`])
  })

  it('knows of an article in several groups the place that is nearest to another', () => {
    const groups = [
      { key: 'a', start: 0, count: 3 },
      { key: 'b', start: 3, count: 3 },
    ]
    const source = sourceOf([7, 8, 9, 1, 2, 7], groups)
    expect(source.placeOf(idOf(7))).toBe(1)
    expect(source.placeOf(idOf(7), 6)).toBe(7)
    expect(source.placeOf(idOf(7), 2)).toBe(1)
  })
})
