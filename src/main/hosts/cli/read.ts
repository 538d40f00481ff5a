// `parallax read`: one file that the user has named, read in this very process, which does nothing else; or
// an article of a library, as that has it.
import { resolve as resolvePath } from 'node:path'
import { readArticle } from '../../reading/read-article.ts'
import { type Command, json } from './command.ts'
import { demand, printJson, WrongUsage } from './output.ts'
import { demandName, parse, words } from './parse.ts'
import { encodingOf, show } from './read-words.ts'

export const read: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: {
      json,
      part: { type: 'string' },
      encoding: { type: 'string' },
      library: { type: 'string' },
    },
    allowPositionals: true,
  })
  if (values.library !== undefined) {
    if (values.part !== undefined) throw new WrongUsage('an article of a library is named itself')
    const { readInLibrary } = await import('./read-in-library.ts')
    return readInLibrary(context, demandName(values.library, '--library'), positionals, values)
  }
  const [file = ''] = words(positionals, 'FILE')
  const part = partOf(values.part)
  const encoding = encodingOf(values.encoding)
  const article = demand(await readArticle(resolvePath(file), { part, derived: false, encoding }))
  if (values.json) printJson({ path: file, ...article })
  else show(article)
  return 0
}

/** The number of an article in a file as people count, as the core does. */
function partOf(number: string | undefined): number | null {
  if (number === undefined) return null
  if (!/^[1-9]\d{0,6}$/.test(number)) throw new WrongUsage('--part must be a number from 1')
  return Number(number) - 1
}
