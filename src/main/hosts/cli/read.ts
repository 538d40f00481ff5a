// `parallax read`: one file that the user has named, read in this very process, which does nothing else.
import { resolve as resolvePath } from 'node:path'
import { readArticle } from '../../reading/read-article.ts'
import { type Command, json } from './command.ts'
import { demand, print, printJson, WrongUsage } from './output.ts'
import { parse, words } from './parse.ts'

export const read: Command = async (args) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json, part: { type: 'string' } },
    allowPositionals: true,
  })
  const [file = ''] = words(positionals, 'FILE')
  const part = partOf(values.part)
  const article = demand(await readArticle(resolvePath(file), { part, derived: false }))
  const { title, byline, source, published, text, blocks, parts, warnings } = article
  if (values.json) printJson({ path: file, ...article })
  else {
    const facts = { Title: title, Byline: byline, Source: source, Published: published }
    for (const [name, value] of Object.entries(facts)) print(`${name}: ${value ?? '–'}`)
    for (const [i, { title: name }] of parts.entries())
      print(`Article ${i + 1} of ${parts.length}: ${name ?? '(no title)'}`)
    print('')
    for (const { start, end, kind, furniture } of blocks)
      print(
        `${furniture ? 'furniture' : kind}\t${text.slice(start, end).trim().replace(/\s+/g, ' ')}`,
      )
  }
  for (const { message } of warnings) process.stderr.write(`parallax: ${message}\n`)
  return 0
}

/** The number of an article in a file as people count, as the core does. */
function partOf(number: string | undefined): number | null {
  if (number === undefined) return null
  if (!/^[1-9]\d{0,6}$/.test(number)) throw new WrongUsage('--part must be a number from 1')
  return Number(number) - 1
}
