// What is said of a tag is changed where it is known, and only in what the reader has changed of it.
import { createRoot } from 'react-dom/client'
import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../src/shared/errors.ts'
import { installFakeCore } from '../actions/fake-core.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/annotations/TagDialog.tsx')),
  ...(await import('../../../src/renderer/client/api.ts')),
  ...(await import('../../../src/renderer/replica/records.ts')),
  ...(await import('../../../src/renderer/replica/shown.ts')),
  ...(await import('../../../src/renderer/state/tag.ts')),
  ...(await import('../../../src/renderer/state/ui.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const broken: AppError = { code: 'io', message: 'It cannot be read.', advice: 'Look.' }
const tags = [
  { name: 'damage', count: 2 },
  { name: 'harm', count: 1 },
]
const damage = {
  name: 'damage',
  color: 'red',
  description: 'What broke.',
  renamedTo: null,
  modified: '2026-01-01T00:00:00.000Z',
}
const records = [{ key: 'damage', record: damage }]

beforeAll(async () => {
  page = await load()
})

beforeEach(() => {
  core.waiting.length = 0
  page.api.showLibrary('/home')
  page.beginShowing('/home', 0)
  page.beginRecords()
  page.useUi.setState({ dialog: 'tag', messages: [] })
})

async function show(tag: string | null) {
  page.useTag.setState({ tag })
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  root.render(<page.TagDialog />)
  const asked = { list: await core.next('tags-list'), records: await core.next('records-get') }
  return asked
}

const input = (): HTMLInputElement | null => document.querySelector('[role=dialog] input')
const words = (): string => document.querySelector('[role=dialog]')?.textContent ?? ''
const nameField = async (): Promise<HTMLInputElement> => {
  await expect.poll(input).not.toBeNull()
  const found = input()
  if (!found) throw new Error('no field')
  return found
}

it('waits until what is said of the tag is known, and sends only what was changed', async () => {
  const asked = await show('damage')
  asked.list.answer(tags, 0)
  await expect.poll(words).toContain('Looking…')
  expect(input()).toBeNull()
  asked.records.answer({ records }, 0)
  const field = await nameField()
  await userEvent.fill(field, 'harm')
  await expect.poll(words).toContain('both become one tag')
  await userEvent.keyboard('{Enter}{Enter}')
  const saved = await core.next('tag-save')
  expect(saved.arg).toEqual({ name: 'damage', newName: 'harm' })
  expect(core.waiting).toEqual([])
  // What is told before the answer leaves the form, and what is typed in it, where it is.
  const gone = { ...damage, renamedTo: 'harm', color: null }
  page.changeRecords(
    { kind: 'tag', changed: [{ key: 'damage', record: gone }], removed: [] },
    { revision: 1, by: 'event' },
  )
  await expect.poll(() => input() === field && field.value).toBe('harm')
  saved.refuse(broken)
  await expect.poll(words).toContain('It cannot be read. Look.')
  expect(field.value).toBe('harm')
  expect(page.useUi.getState().dialog).toBe('tag')
})

it('goes to no other tag while something is changed', async () => {
  const asked = await show('damage')
  asked.list.answer(tags, 0)
  asked.records.answer({ records }, 0)
  const field = await nameField()
  const choose = () => document.querySelector<HTMLSelectElement>('[role=dialog] select')
  expect(choose()?.disabled).toBe(false)
  await userEvent.fill(field, 'ruin')
  await expect.poll(() => choose()?.disabled).toBe(true)
  await userEvent.fill(field, 'damage')
  await expect.poll(() => choose()?.disabled).toBe(false)
  await userEvent.selectOptions(choose() ?? field, 'harm')
  await expect.poll(() => input()?.value).toBe('harm')
})

it('says that tags could not be read, not that there are none', async () => {
  const asked = await show(null)
  asked.list.refuse(broken)
  asked.records.answer({ records: [] }, 0)
  await expect.poll(words).toContain('It cannot be read. Look.')
  expect(words()).not.toContain('no tags yet')
})

it('says that what is said of them could not be read, and asks again the next time', async () => {
  const asked = await show('damage')
  asked.list.answer(tags, 0)
  asked.records.refuse(broken)
  await expect.poll(words).toContain('It cannot be read. Look.')
  const again = await show('damage')
  again.list.answer(tags, 0)
  again.records.answer({ records }, 0)
  expect((await nameField()).value).toBe('damage')
})
