// Notes in a file that was changed: the text that they were made on was kept, and tells what became of each.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderOf, highlight, open, openAt } from './support.ts'

const passages = [
  'The harbour board published the figures of its trial.',
  'Ward 2: Aldous 398, Karlan 401, turnout 58 per cent.',
  'Ward 3: Aldous 377, Karlan 420, turnout 64 per cent.',
  'The ferry to the islands leaves the quay at 18:20.',
  'Both crews had asked for a longer trial.',
] as const

it('says which words were changed in place, and puts no note on what looks like its passage', async () => {
  const folder = await folderOf({ 'a.txt': passages.join('\n\n') })
  const { library } = await open(folder)
  await highlight(library, 'a.txt', passages[1])
  await highlight(library, 'a.txt', passages[3])
  await library.close()
  const [first, , third, fourth, last] = passages
  const changed = [first, third, fourth.replace('18:20', '18:40'), last].join('\n\n')
  await writeFile(join(folder, 'a.txt'), changed)
  const again = await open(folder)
  const { resolved, text } = await openAt(again.library, 'a.txt')
  const [deleted, edited] = resolved.map(({ anchor }) => anchor)
  expect(deleted?.state).toBe('orphaned')
  expect(edited).toMatchObject({ state: 'moved', changes: [{ was: '18:20', is: '18:40' }] })
  expect(text.slice(edited?.start ?? 0, edited?.end ?? 0)).toBe(fourth.replace('18:20', '18:40'))
})
