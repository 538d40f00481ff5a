// Moves the notes of an article of a library to another, as when its file was saved again under another
// name and changed.
import type { MovedNotes } from '../../../shared/calls/notes.ts'
import { type Command, json } from './command.ts'
import { articleNamed } from './named.ts'
import { demand, print, printJson } from './output.ts'
import { parse, words } from './parse.ts'
import { withLibrary } from './with-library.ts'

export const moveNotes: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json, 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [path = '', fromName = '', toName = ''] = words(positionals, 'LIBRARY', 'FROM', 'TO')
  const dryRun = values['dry-run']
  return withLibrary(context, path, { mode: dryRun ? 'read' : 'write' }, async ({ call }) => {
    const articles = demand(await call('articles-list', {}))
    const from = articleNamed(articles, fromName).id
    const to = articleNamed(articles, toName).id
    const moved = demand(await call('notes-move', { from, to, dryRun }))
    if (values.json) printJson(moved)
    else print(inWords(moved, dryRun))
    return 0
  })
}

function inWords(moved: MovedNotes, dryRun: boolean): string {
  const { annotations, exact, changed, lost, corrections, reading, stories, verdicts } = moved
  const others = [
    ...(corrections > 0 ? [`${corrections} corrections`] : []),
    ...(reading ? ['the reading state'] : []),
    ...(stories > 0 ? [`its place in ${stories} stories`] : []),
    ...(verdicts > 0 ? [`${verdicts} verdicts`] : []),
  ]
  return [
    `${annotations} annotations ${dryRun ? 'would be ' : ''}moved: ${exact} on the words they were made on, ${changed} found again, ${lost} not found`,
    ...(others.length > 0 ? [`also ${others.join(', ')}`] : []),
  ].join('\n')
}
