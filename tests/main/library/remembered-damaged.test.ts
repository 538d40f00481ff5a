// What is remembered of records is believed only as it was told: a damaged index costs time, and nothing else.
import { expect, it } from 'vitest'
import { annotated, inIndex, notesIn, opened } from './annotated-twice.ts'

it.each([
  ['is no text at all', `UPDATE sheet_text SET text = x'0001ff'`],
  [
    'is the text of another',
    `UPDATE sheet_text SET text = (SELECT text FROM sheet_text JOIN sheet ON sheet.row = sheet_text.sheet WHERE name = (SELECT max(name) FROM sheet WHERE name LIKE 'annotations/%'))`,
  ],
  ['is of an empty file', `UPDATE sheet_text SET text = x'000300'`],
])('a remembered text that %s is not believed: its file is read', async (_, sql) => {
  const { folder, bridgeId, harbourId } = await annotated()
  inIndex(folder, (index) => index.exec(sql))
  const { library } = await opened(folder)
  expect(await notesIn(library, bridgeId)).toEqual(['How deep?'])
  expect(await notesIn(library, harbourId)).toEqual(['Which?'])
  expect(library.info().problems).toEqual([])
})

it.each(['head', 'counts'])(
  'a remembered %s that cannot be read costs time and nothing else',
  async (column) => {
    const { folder, bridgeId } = await annotated()
    inIndex(folder, (index) => index.exec(`UPDATE sheet SET ${column} = '{"a'`))
    const { library } = await opened(folder)
    expect(await notesIn(library, bridgeId)).toEqual(['How deep?'])
  },
)
