// What another program wrote is met when a change is written: it is found then, and at every opening after.
import { readFileSync, writeFileSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { listenToWrites } from '../soak/shim.ts'
import { annotated, found, notesIn, opened, withAnother } from './annotated-twice.ts'
import { highlight, must, places } from './support.ts'

it('what another program writes while a set goes from the journal into its files is found', async () => {
  const { folder, bridgeId } = await annotated()
  const file = places(folder).annotationFile(bridgeId)
  const { library } = await opened(folder)
  await library.whenIndexed()
  await highlight(library, 'harbour.txt', 'unfair', { tags: ['damage'] })
  let isDone = false
  const stop = listenToWrites((call) => {
    if (isDone || call !== 'after rename') return
    isDone = true
    writeFileSync(file, withAnother(readFileSync(file, 'utf8'), 'How wide?'))
  })
  onTestFinished(stop)
  must(await library.saveTag({ name: 'damage', newName: 'harm' }))
  await library.whenIndexed()
  stop()
  expect(isDone).toBe(true)
  await library.close()
  const { library: again } = await opened(folder)
  await again.whenIndexed()
  expect((await notesIn(again, bridgeId)).sort()).toEqual(['How deep?', 'How wide?'])
  expect(await found(again, 'wide')).toBe(1)
})

it('what another program wrote is found, though the change that met it could not be written', async () => {
  const { folder, bridgeId } = await annotated()
  const file = places(folder).annotationFile(bridgeId)
  const { library } = await opened(folder)
  await library.whenIndexed()
  await writeFile(file, withAnother(await readFile(file, 'utf8'), 'How wide?'))
  const { backups } = places(folder)
  await rename(backups, `${backups}-aside`)
  await writeFile(backups, 'in the way')
  const draft = {
    article: bridgeId,
    start: 0,
    end: 3,
    color: 'red' as const,
    tags: [],
    note: 'New.',
  }
  expect((await library.create(draft)).ok).toBe(false)
  await rm(backups)
  await rename(`${backups}-aside`, backups)
  must(await library.create(draft))
  await library.whenIndexed()
  await library.close()
  const { library: again } = await opened(folder)
  await again.whenIndexed()
  expect(await found(again, 'wide')).toBe(1)
})
