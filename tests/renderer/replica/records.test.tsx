// Records that windows show: what could not be had is asked for again by whoever shows it.
import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CallResult } from '../../../src/shared/calls.ts'
import { installFakeCore } from '../actions/fake-core.ts'
import { idOf } from '../list-rows.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/replica/records.ts')),
  ...(await import('../../../src/renderer/replica/shown.ts')),
  ...(await import('../../../src/renderer/client/api.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const library = '/library'
const article = idOf(1)
const none: CallResult<'records-get'> = { records: [] }
const refusal = { code: 'io', message: 'No.', advice: 'Wait.' } as const
const rest = () => new Promise((done) => setTimeout(done, 1_200))

beforeAll(async () => {
  page = await load()
})

beforeEach(() => {
  core.waiting.length = 0
  page.beginShowing(library, 0)
  page.api.showLibrary(library)
  page.beginRecords()
})

function show(Part: () => ReactNode): void {
  const root = createRoot(document.createElement('div'))
  onTestFinished(() => root.unmount())
  root.render(<Part />)
}

describe('records that are shown one by one', () => {
  const keys = Array.from({ length: 1_000 }, (_, at) => idOf(at + 1))
  const reading = (key: string) => ({
    key,
    record: { article: { id: key, path: '', sha256: '' }, state: 'read', modified: '' },
  })

  it('are let go of, but for a few, when nobody shows them any more', async () => {
    let from = 0
    let draw = (): void => undefined
    const One = ({ id }: { readonly id: string }) => {
      page.useRecord('reading', id)
      return null
    }
    show(() => {
      const [, setTurn] = useState(0)
      draw = () => setTurn((turn) => turn + 1)
      return keys.slice(from, from + 20).map((id) => <One key={id} id={id} />)
    })
    for (; from < 1_000; from += 20) {
      draw()
      const asked = await core.next('records-get')
      expect(asked.arg.keys).toEqual(keys.slice(from, from + 20))
      const records = (asked.arg.keys ?? []).map(reading)
      asked.answer({ records } as never, 1)
      await expect.poll(() => page.recordOf('reading', keys[from] ?? '')?.state).toBe('read')
    }
    const known = keys.filter((key) => page.recordOf('reading', key) !== undefined)
    expect(known).toEqual(keys.slice(-220))
    // After events were missed, only what is shown is asked for.
    page.askRecordsAgain()
    expect((await core.next('records-get')).arg.keys).toEqual(keys.slice(-20))
    expect(core.waiting).toEqual([])
  })
})

describe('records that could not be had', () => {
  it('are asked for once more by themselves where all of a kind are shown', async () => {
    let shown = 0
    show(() => {
      shown = page.useRecords('tag').length
      return null
    })
    ;(await core.next('records-get')).refuse(refusal)
    await expect.poll(() => core.waiting.length, { timeout: 5_000 }).toBe(1)
    const again = await core.next('records-get')
    expect(again.arg).toMatchObject({ kind: 'tag', keys: null })
    again.answer({ records: [{ key: 'x', record: { name: 'x' } }] } as never, 1)
    await expect.poll(() => shown).toBe(1)
  })

  it('are asked for with what is told next, once that did not help', async () => {
    show(() => {
      page.useRecord('reading', article)
      return null
    })
    ;(await core.next('records-get')).refuse(refusal)
    await expect.poll(() => core.waiting.length, { timeout: 5_000 }).toBe(1)
    ;(await core.next('records-get')).refuse(refusal)
    await rest()
    expect(core.waiting).toEqual([])
    page.changeRecords({ kind: 'tag', changed: [], removed: [] }, { revision: 5, by: 'event' })
    const last = await core.next('records-get')
    expect(last.arg).toMatchObject({ kind: 'reading', keys: [article] })
    last.answer(none, 5)
    await rest()
    expect(core.waiting).toEqual([])
  })
})
