// A story of thousands of chosen articles: some of them are named, the others counted.
import { createRoot } from 'react-dom/client'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { installFakeCore } from '../actions/fake-core.ts'
import { answerRows } from '../actions/rows.ts'
import { idOf } from '../list-rows.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/actions/stories.ts')),
  ...(await import('../../../src/renderer/library/StoryDialog.tsx')),
  ...(await import('../../../src/renderer/replica/rows.ts')),
  ...(await import('../../../src/renderer/state/stories.ts')),
})
let page: Awaited<ReturnType<typeof load>>

beforeAll(async () => {
  page = await load()
  answerRows(core)
})

async function open(articles: number) {
  const chosen = Array.from({ length: articles }, (_, at) => idOf(at + 1))
  page.useStories.setState({ chosen: new Set(chosen) })
  page.newStory()
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  root.render(<page.StoryDialog />)
  await expect.poll(() => document.querySelector('[role=dialog]')).not.toBeNull()
  const dialog = document.querySelector('[role=dialog]')
  return {
    named: () => dialog?.querySelectorAll('.story-article').length,
    words: () => dialog?.textContent ?? '',
    button: (name: string) =>
      [...(dialog?.querySelectorAll('button') ?? [])].find(
        ({ textContent }) => textContent === name,
      ),
  }
}

it('names some of the articles, says how many more there are, and holds the rows of those', async () => {
  const { named, words, button } = await open(800)
  await expect.poll(named).toBe(60)
  expect(words()).toContain('and 740 more')
  expect(page.useRowStore.getState().byId.size).toBeLessThan(100)
  button('Show 60 more')?.click()
  await expect.poll(named).toBe(120)
  expect(words()).toContain('and 680 more')
  button('Make the story')?.click()
  const saved = await core.next('story-save')
  expect(saved.arg.articles).toHaveLength(800)
})

it('says that a story does not hold so many, before it is to be made', async () => {
  const { words, button } = await open(4_321)
  await expect
    .poll(words)
    .toContain('A story holds up to 1,000 articles, and these are 4,321: choose fewer.')
  expect(button('Make the story')?.disabled).toBe(true)
})
