// The commands, each over the same core as the window.
import { readFile } from 'node:fs/promises'
import { Selectors } from '../../../shared/calls/articles.ts'
import { type ExportFormat, exportFormats } from '../../../shared/calls/exchange.ts'
import { acrossInWords, twinsInWords } from '../../../shared/import/report-words.ts'
import { type DuplicateChoice, duplicateChoices } from '../../../shared/import/twins.ts'
import type { Anchor } from '../../../shared/model/annotation.ts'
import { attempt } from '../../errors.ts'
import { libraryFolder } from '../../library-folder.ts'
import { serve } from '../web/serve.ts'
import { addFiles, inWords } from './add.ts'
import { type Command, json } from './command.ts'
import { compareFiles } from './compare.ts'
import { moveNotes } from './move-notes.ts'
import { articleNamed, storyNamed } from './named.ts'
import { demandTarget } from './out-file.ts'
import { CommandFailed, demand, oneLine, print, printJson, WrongUsage } from './output.ts'
import { demandName, parse, words } from './parse.ts'
import { search } from './search.ts'
import { withLibrary, withoutLibrary } from './with-library.ts'

const anchor: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json, old: { type: 'string' } },
    allowPositionals: true,
  })
  const [file = '', selectorFile = ''] = words(positionals, 'FILE', 'SELECTORS.json')
  const selectors = Selectors.safeParse(await readJson(selectorFile))
  if (!selectors.success)
    throw new CommandFailed(
      `“${selectorFile}” is not a list of selectors: each needs “exact”, and may have prefix, suffix, start and end.`,
    )
  const old = values.old === undefined ? {} : { old: values.old }
  const asked = { path: file, selectors: selectors.data, ...old }
  return withoutLibrary(context, async (call) => {
    const found = demand(await call('file-anchor', asked))
    if (values.json) printJson(found)
    else
      for (const anchor of found) {
        const { state, start, end, score } = anchor
        print([state, start ?? '–', end ?? '–', score.toFixed(3), ...changed(anchor)].join('\t'))
      }
    return 0
  })
}

/** Which words of a passage are others now, in a column of its own. */
const changed = (anchor: Anchor): readonly string[] =>
  anchor.state === 'moved' && anchor.changes
    ? [
        anchor.changes
          .map(({ was, is }) => `“${was}” → “${is}”`)
          .join('; ')
          .replace(/\s+/gu, ' '),
      ]
    : []

const list: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json },
    allowPositionals: true,
  })
  const [path = ''] = words(positionals, 'LIBRARY')
  return withLibrary(context, path, { mode: 'read' }, async ({ call }) => {
    const articles = demand(await call('articles-list', {}))
    if (values.json) printJson(articles)
    else
      for (const row of articles)
        print(
          [
            row.id,
            row.state,
            `${row.annotations} annotations`,
            row.part === null ? row.path : `${row.path} (${row.part + 1})`,
            row.title ?? '(no title)',
          ].join('\t'),
        )
    return 0
  })
}

const exportNotes: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: {
      json,
      format: { type: 'string' },
      article: { type: 'string' },
      story: { type: 'string' },
      out: { type: 'string' },
      empty: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [path = ''] = words(positionals, 'LIBRARY')
  const { format, out } = values
  if (!isFormat(format)) throw new WrongUsage(`--format must be one of ${exportFormats.join(', ')}`)
  if (values.article !== undefined && values.story !== undefined)
    throw new WrongUsage('name either --article or --story')
  const target = out === undefined ? null : await demandTarget(out, values.force)
  const exportedAt = exportTime()
  return withLibrary(context, path, { mode: 'read', exportedAt }, async ({ call, stories }) => {
    const article =
      values.article === undefined
        ? null
        : articleNamed(demand(await call('articles-list', {})), values.article).id
    const story = values.story === undefined ? null : storyNamed(stories, values.story).id
    const request = { format, article, story, empty: values.empty }
    if (target === null) {
      process.stdout.write(demand(await call('export-build', request)).text)
      return 0
    }
    const { articles, annotations } = demand(
      await call('export-write', { ...request, path: target }),
    )
    if (values.json) printJson({ path: target, format, articles, annotations })
    else print(`${target}: ${annotations} annotations of ${articles} articles`)
    return 0
  })
}

const twinsDone: Readonly<Record<DuplicateChoice, string>> = {
  skip: 'skipped',
  keep: 'both kept',
  replace: 'replaced by those of the file',
}

const importNotes: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: {
      json,
      'dry-run': { type: 'boolean', default: false },
      'duplicates': { type: 'string', default: 'skip' },
      'format': { type: 'string' },
    },
    allowPositionals: true,
  })
  const [path = '', file = ''] = words(positionals, 'LIBRARY', 'FILE')
  if (values.format !== undefined && values.format !== 'json')
    throw new WrongUsage('--format must be json')
  const choice = duplicateChoices.find((each) => each === values.duplicates)
  if (!choice) throw new WrongUsage('--duplicates must be skip, keep or replace')
  const dryRun = values['dry-run']
  const text = demand(await attempt(file, 'read', () => readFile(file, 'utf8')))
  return withLibrary(context, path, { mode: dryRun ? 'read' : 'write' }, async ({ call }) => {
    const report = demand(
      await call('library-import', { text, name: file, dryRun, duplicates: choice }),
    )
    if (values.json) printJson(report)
    else {
      const { read: count, anchored, moved, orphaned, duplicates, joined, lost } = report
      const across = acrossInWords(report)
      print(
        `${count} read: ${anchored} anchored, ${moved} moved, ${orphaned} orphaned, ${duplicates} here already, ${joined} changed later in the file and joined`,
      )
      if (report.twins > 0) print(`${twinsInWords(report)}: ${twinsDone[choice]}`)
      if (across !== '') print(`${across} new`)
      for (const line of lost) print(line)
    }
    return 0
  })
}

const add: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json },
    allowPositionals: true,
  })
  const [path, ...files] = positionals
  if (path === undefined || files.length === 0) throw new WrongUsage('expected LIBRARY FILE…')
  demandName(path, 'LIBRARY')
  for (const file of files) demandName(file, 'FILE')
  return withLibrary(context, path, { mode: 'write' }, (library) =>
    addFiles(library, files, values.json),
  )
}

const check: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json },
    allowPositionals: true,
  })
  const [path = ''] = words(positionals, 'LIBRARY')
  return withLibrary(context, path, { mode: 'read' }, async ({ call }) => {
    const report = demand(await call('library-check', {}))
    if (values.json) printJson(report)
    else {
      const { articles, annotations, orphans, stories, duplicates, problems } = report
      print(
        `${articles} articles, ${annotations} annotations, ${orphans} orphans, ${stories} stories`,
      )
      for (const { path: at, of } of duplicates) print(`${at}: ${inWords(of)}`)
      for (const problem of problems) print(oneLine(problem))
    }
    return report.problems.some(({ code }) => code === 'store-damaged') ? 1 : 0
  })
}

const compare: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: {
      json,
      explain: { type: 'boolean', default: false },
      library: { type: 'string' },
      story: { type: 'string' },
    },
    allowPositionals: true,
  })
  const { explain, library, story } = values
  return compareFiles(context, positionals, { json: values.json, explain, library, story })
}

const serveApp: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json, port: { type: 'string', default: '0' } },
    allowPositionals: true,
  })
  if (positionals.length > 1) throw new WrongUsage('expected at most one LIBRARY')
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUsage('--port must be a number from 0 to 65535')
  const [library] = positionals
  if (library === undefined) await serve({ ...context, port })
  else {
    // What is served would else be another library.
    const folder = demand(await libraryFolder(demandName(library, 'LIBRARY')))
    await serve({ ...context, port, library: folder })
  }
  return 0
}

export const commands: Readonly<Record<string, Command | undefined>> = {
  anchor,
  compare,
  list,
  search,
  export: exportNotes,
  import: importNotes,
  'move-notes': moveNotes,
  add,
  check,
  serve: serveApp,
}

const isFormat = (format: string | undefined): format is ExportFormat =>
  (exportFormats as readonly (string | undefined)[]).includes(format)

/** `SOURCE_DATE_EPOCH` seconds, for exports that come out the same; null: not given. */
function exportTime(): Date | null {
  const epoch = process.env.SOURCE_DATE_EPOCH
  if (epoch === undefined) return null
  if (!/^\d{1,12}$/.test(epoch))
    throw new CommandFailed(`SOURCE_DATE_EPOCH must be a number of seconds, not “${epoch}”.`)
  return new Date(Number(epoch) * 1000)
}

async function readJson(file: string): Promise<unknown> {
  const text = demand(await attempt(file, 'read', () => readFile(file, 'utf8')))
  try {
    return JSON.parse(text)
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    throw new CommandFailed(`“${file}” is not JSON: ${reason}`)
  }
}
