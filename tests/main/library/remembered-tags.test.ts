// A renaming of a tag reaches what is remembered, whatever kept it from being carried out when it came.
import { copyFile, cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { annotated, opened, tagsOf, withAnother } from './annotated-twice.ts'
import { folderOf, must, open, places } from './support.ts'

const renamedElsewhere = async (folder: string): Promise<string> => {
  const there = await folderOf({})
  await cp(folder, there, { recursive: true })
  const theirs = await open(there, { machine: 'there' })
  must(await theirs.library.saveTag({ name: 'damage', newName: 'harm' }))
  await theirs.library.close()
  return places(there).libraryFile('tags')
}

it('a renaming that came just before the library was closed reaches what is remembered', async () => {
  const { folder, bridgeId } = await annotated()
  const tags = await renamedElsewhere(folder)
  const { library } = await opened(folder)
  await library.whenIndexed()
  await copyFile(tags, places(folder).libraryFile('tags'))
  await library.close()
  const { library: again } = await opened(folder)
  await expect.poll(async () => tagsOf(must(await again.open(bridgeId)))).toEqual(['harm'])
})

it('what came under an old name just before the library was closed gets its new one', async () => {
  const { folder, bridgeId } = await annotated()
  const file = places(folder).annotationFile(bridgeId)
  const before = await readFile(file, 'utf8')
  const { library } = await opened(folder)
  must(await library.saveTag({ name: 'damage', newName: 'harm' }))
  await library.whenIndexed()
  await library.close()
  const { library: second } = await opened(folder)
  await second.whenIndexed()
  await writeFile(file, withAnother(before, 'Late.'))
  await second.close()
  const { library: again } = await opened(folder)
  await expect.poll(async () => tagsOf(must(await again.open(bridgeId)))).toEqual(['harm', 'harm'])
})

it('a renaming that could not be carried out is carried out at the next opening', async () => {
  const { folder, bridgeId } = await annotated()
  await copyFile(await renamedElsewhere(folder), places(folder).libraryFile('tags'))
  const { backups } = places(folder)
  await rename(backups, `${backups}-aside`)
  await writeFile(backups, 'in the way')
  const { library, told } = await opened(folder)
  await expect.poll(() => told.some(({ event }) => event === 'notice')).toBe(true)
  await library.whenIndexed()
  await library.close()
  await rm(backups)
  await rename(`${backups}-aside`, backups)
  const { library: again } = await opened(folder)
  await expect.poll(async () => tagsOf(must(await again.open(bridgeId)))).toEqual(['harm'])
})

it('a renaming that came while another process had the library is carried out', async () => {
  const { folder, bridgeId } = await annotated()
  const tags = await renamedElsewhere(folder)
  const first = await opened(folder)
  await first.library.whenIndexed()
  await copyFile(tags, places(folder).libraryFile('tags'))
  let gained = false
  const second = await opened(folder, { lookEvery: 5, gained: () => (gained = true) })
  await first.library.close()
  await expect.poll(() => gained).toBe(true)
  await second.library.whenIndexed()
  await second.library.close()
  const { library } = await opened(folder)
  await expect.poll(async () => tagsOf(must(await library.open(bridgeId)))).toEqual(['harm'])
})
