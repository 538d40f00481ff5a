// Rows by id: asked for in few calls, kept current by what is told, and never older than that.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installFakeCore, libraryOf } from '../actions/fake-core.ts'
import { idOf, rowOf as made } from '../list-rows.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/replica/rows.ts')),
  ...(await import('../../../src/renderer/replica/shown.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const home = '/library'
const info = libraryOf(home).info
const [a, b, c] = [idOf(1), idOf(2), idOf(3)]
const titled = (id: string, title: string) => ({ ...made(id), title })
const titleOf = (id: string) => page.rowOf(id)?.title
const told = (
  change: { changed?: readonly string[]; removed?: string[]; more?: boolean },
  at: number,
) =>
  page.changeRows(
    {
      changed: (change.changed ?? []).map((id) => titled(id, `told ${at}`)),
      removed: change.removed ?? [],
      more: change.more ?? false,
    },
    { revision: at, by: 'event' },
  )
const answer = async (title: string, revision: number) => {
  const asked = await core.next('rows-get')
  const rows = asked.arg.articles.map((id) => titled(id, title))
  asked.answer({ rows }, revision)
  return asked.arg.articles
}
const asleep = () => new Promise((done) => setTimeout(done, 30))

beforeAll(async () => {
  page = await load()
  expect(info.path).toBe(home)
})

beforeEach(() => {
  core.waiting.length = 0
  page.beginShowing(null, 0)
  page.beginRows()
})

describe('rows by id', () => {
  it('are asked for once, all that are wanted at a time in one call', async () => {
    const releases = [page.holdRows([a]), page.holdRows([b]), page.holdRows([a, c])]
    expect(await answer('first', 5)).toEqual([a, b, c])
    await expect.poll(() => titleOf(c)).toBe('first')
    releases.push(page.holdRows([a, b]))
    await asleep()
    expect(core.waiting).toEqual([])
    for (const release of releases) release()
  })

  it('are asked for in calls of five hundred', async () => {
    const ids = Array.from({ length: 1_100 }, (_, at) => idOf(100 + at))
    const release = page.holdRows(ids)
    expect(
      [await answer('x', 1), await answer('x', 1), await answer('x', 1)].map((one) => one.length),
    ).toEqual([500, 500, 100])
    await expect.poll(() => page.useRowStore.getState().byId.size).toBe(1_100)
    release()
    // Of those that nobody shows any more a few stay.
    expect(page.useRowStore.getState().byId.size).toBe(200)
  })

  it('take what is told of those that are held, and of no other', async () => {
    const release = page.holdRows([a])
    await answer('first', 5)
    await expect.poll(() => titleOf(a)).toBe('first')
    told({ changed: [a, b] }, 6)
    expect(titleOf(a)).toBe('told 6')
    expect([...page.useRowStore.getState().byId.keys()]).toEqual([a])
    told({ removed: [a, b] }, 7)
    expect(page.rowOf(a)).toBeUndefined()
    expect([...page.useRowStore.getState().byId]).toEqual([[a, null]])
    release()
  })

  it('keep what was told while an older answer was on its way', async () => {
    const release = page.holdRows([a, b])
    const asked = await core.next('rows-get')
    told({ changed: [a], removed: [b] }, 9)
    asked.answer({ rows: [titled(a, 'older'), titled(b, 'older')] }, 8)
    await asleep()
    expect(titleOf(a)).toBe('told 9')
    expect(page.rowOf(b)).toBeUndefined()
    release()
  })

  it('say of those that the core does not have that there are none', async () => {
    const release = page.holdRows([a, b])
    ;(await core.next('rows-get')).answer({ rows: [titled(b, 'here')] }, 5)
    await expect.poll(() => page.useRowStore.getState().byId.get(a)).toBeNull()
    expect(titleOf(b)).toBe('here')
    release()
  })

  it('are asked for again when only some of what changed was told', async () => {
    const release = page.holdRows([a, b])
    await answer('first', 5)
    await expect.poll(() => titleOf(b)).toBe('first')
    told({ changed: [a], more: true }, 6)
    expect(await answer('again', 6)).toEqual([a, b])
    await expect.poll(() => titleOf(b)).toBe('again')
    release()
  })

  it('of a library that was left are not shown as those of the next', async () => {
    const release = page.holdRows([a])
    const late = await core.next('rows-get')
    page.beginRows()
    late.answer({ rows: [titled(a, 'of the library before')] }, 50)
    await answer('of this one', 3)
    await expect.poll(() => titleOf(a)).toBe('of this one')
    release()
  })

  it('that are let go before they were asked for are not asked for', async () => {
    page.holdRows([a])()
    await asleep()
    expect(core.waiting).toEqual([])
    const release = page.holdRows([a])
    await answer('first', 5)
    await expect.poll(() => titleOf(a)).toBe('first')
    release()
  })

  it('that were let go while their answer was on its way are asked for anew when they are wanted again', async () => {
    page.holdRows([a])()
    const first = page.holdRows([a])
    const early = await core.next('rows-get')
    first()
    // Nobody shows it: this is not heard.
    told({ changed: [a] }, 9)
    const release = page.holdRows([a])
    early.answer({ rows: [titled(a, 'older')] }, 8)
    await asleep()
    expect(titleOf(a)).toBeUndefined()
    await answer('as it is now', 9)
    await expect.poll(() => titleOf(a)).toBe('as it is now')
    release()
  })

  it('that could not be had are asked for once more by themselves, then with what is told next', async () => {
    const release = page.holdRows([a, b])
    const refuse = async () =>
      (await core.next('rows-get')).refuse({ code: 'io', message: 'No.', advice: 'Wait.' })
    await refuse()
    await expect.poll(() => core.waiting.length, { timeout: 5_000 }).toBe(1)
    await refuse()
    await new Promise((done) => setTimeout(done, 1_200))
    expect(core.waiting).toEqual([])
    told({ changed: [] }, 6)
    expect(await answer('at last', 6)).toEqual([a, b])
    await expect.poll(() => titleOf(b)).toBe('at last')
    release()
  })
})
