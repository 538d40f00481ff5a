// An article's records are said to be in the index only where all of them are, as they stand in its text.
import { readFile, writeFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../../src/main/library.ts'
import { annotated, found, inIndex, opened } from './annotated-twice.ts'
import { slowFolder } from './slow-folder.ts'
import { clock, indexOf, must, open, ownWork, places } from './support.ts'

it('a note that is made before the folder was looked at does not hide what others wrote meanwhile', async () => {
  const { folder, bridgeId } = await annotated()
  const file = places(folder).annotationFile(bridgeId)
  await writeFile(file, (await readFile(file, 'utf8')).replace('How deep?', 'How wide?'))
  const letGo = slowFolder(folder)
  const library = must(
    await openLibrary(folder, {
      work: ownWork(),
      now: clock(),
      emit: () => undefined,
      mode: 'write',
      sample: false,
      index: indexOf(folder),
      search: indexOf(folder),
    }),
  )
  onTestFinished(() => library.close())
  must(
    await library.create({
      article: bridgeId,
      start: 0,
      end: 3,
      color: 'red',
      tags: [],
      note: 'New.',
    }),
  )
  await new Promise((done) => setTimeout(done, 300))
  letGo()
  await library.whenRead()
  await library.whenIndexed()
  expect(await found(library, 'New')).toBe(1)
  expect(await found(library, 'wide')).toBe(1)
})

it('notes are found anew in a text that other loaders read while nothing was searched', async () => {
  const { folder, bridgeId } = await annotated()
  const places = (): unknown => {
    let found: unknown
    inIndex(folder, (index) => {
      found = index.prepare('SELECT start, orphan FROM annotation WHERE article = ?').all(bridgeId)
    })
    return found
  }
  const before = places()
  // As loaders that read another text of the file have left it.
  inIndex(folder, (index) =>
    index.exec(`UPDATE content SET loader = 1; UPDATE annotation SET start = 1, orphan = 1;
      UPDATE mirrored SET mark = replace(mark, (SELECT text_hash FROM content JOIN article
        ON article.sha256 = content.sha256 WHERE article.id = mirrored.article), 'other')`),
  )
  const { library } = await open(folder)
  await library.close()
  const { library: again } = await opened(folder)
  await again.whenIndexed()
  await again.close()
  expect(places()).toEqual(before)
})
