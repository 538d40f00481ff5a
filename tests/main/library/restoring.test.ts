// Putting the good copy of a damaged file in its place loses nothing of either.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bridge, folderOf, highlight, idAt, must, open, places } from './support.ts'

const notesIn = (text: string): string[] => [...new Set(text.match(/note-\w+/g) ?? [])].sort()

it('has what the copy has and what a conflict copy had, and the copy is no poorer for it', async () => {
  const folder = await folderOf({ 'a.txt': bridge })
  const { library } = await open(folder)
  for (const words of ['cracks', 'council', 'Monday'])
    await highlight(library, 'a.txt', words, { note: `note-${words}` })
  const id = idAt(library, 'a.txt')
  await library.close()
  const { library: later } = await open(folder)
  await highlight(later, 'a.txt', 'repair', { note: 'note-repair' })
  await later.close()

  const file = places(folder).annotationFile(id)
  const sheet = JSON.parse(await readFile(file, 'utf8')) as { annotations: unknown[] }
  const part = { ...sheet, annotations: sheet.annotations.slice(0, 1) }
  const conflict = file.replace('.json', '.sync-conflict-20260101-120000-ABCDEFG.json')
  await writeFile(conflict, JSON.stringify(part))
  await writeFile(file, '{ torn')

  const backup = join(places(folder).backups, `${id}.json`)
  const before = notesIn(await readFile(backup, 'utf8'))
  const { library: torn } = await open(folder)
  const restored = must(await torn.restore(id))
  const notes = restored.resolved.map(({ annotation }) => annotation.note)
  expect(notes).toEqual(expect.arrayContaining(before))
  await torn.close()
  expect(notesIn(await readFile(backup, 'utf8'))).toEqual(expect.arrayContaining(before))
  expect(notesIn(await readFile(file, 'utf8'))).toEqual(expect.arrayContaining(before))
})
