// The articles beside the project, each with its event, read as the program reads them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle.mjs'
import { inputOf } from './compare-data.mjs'
import { sized } from './small.mjs'

export const sharedFolder = join(root, '..', 'shared')

/** Of the five look-alikes, which two meetings have two articles each. */
const seedEvents = { '000': 'a', '001': 'a', '002': 'b', '003': 'c', '004': 'c' }

const foldersIn = (place) =>
  readdirSync(place)
    .filter((name) => !name.includes('.'))
    .sort()
    .slice(0, sized(Number.POSITIVE_INFINITY, 3))

/**
 * @param sources the program's functions
 * @returns for each article what the gate takes, with `id`, `event` and `set`
 */
export async function readEvents({ parseArticle, prepare, findQuotations, findFigures }) {
  const files = []
  for (const set of ['stories', 'compare-dev'])
    for (const name of foldersIn(join(sharedFolder, 'data', set))) {
      const folder = join(sharedFolder, 'data', set, name)
      for (const file of readdirSync(folder).sort())
        if (file.endsWith('.txt')) files.push({ set, event: name, file: join(folder, file) })
    }
  for (const file of readdirSync(join(sharedFolder, 'seeds')).sort())
    files.push({
      set: 'seeds',
      event: `seed ${seedEvents[file.slice(0, 3)]}`,
      file: join(sharedFolder, 'seeds', file),
    })
  const articles = []
  for (const { set, event, file } of files) {
    const name = file.split('/').at(-1)
    const read = await parseArticle(readFileSync(file), name)
    if (!read.ok) throw new Error(`${file}: ${read.error.message}`)
    const input = inputOf(read.value, file)
    const prepared = prepare(input)
    const quotations = findQuotations(input)
    const figures = findFigures(input, prepared)
    articles.push({
      id: `${event.slice(0, 12)} ${name.slice(0, 12)}`,
      set,
      event,
      input,
      prepared,
      quotations,
      figures,
    })
  }
  return articles
}
