// What the command line says of itself: of all commands together, and of each.
import { own } from '../../../shared/own.ts'

interface CommandHelp {
  /** The words after `parallax`, one way of using it a line. */
  readonly usage: readonly string[]
  readonly does: string
  readonly options: readonly (readonly [name: string, means: string])[]
}

const json = ['--json', 'the result as one JSON document'] as const

const helpByCommand: Readonly<Record<string, CommandHelp>> = {
  read: {
    usage: [
      'read FILE [--part N] [--encoding E] [--json]',
      'read --library LIBRARY A [--encoding E] [--json]',
    ],
    does: 'Gives an article’s text, its blocks and what it says of itself.',
    options: [
      ['--part N', 'which of the articles in a file that holds several, from 1'],
      [
        '--encoding E',
        'of a text or a page, in place of the one that is found, such as macintosh or windows-1250',
      ],
      [
        '--library LIBRARY',
        'A is an article of this library, by its id or path; the encoding is kept for it, as-found takes it back',
      ],
      json,
    ],
  },
  anchor: {
    usage: ['anchor FILE SELECTORS.json [--old OLDFILE] [--json]'],
    does: 'Says where quotes stand in an article’s text. SELECTORS.json is a list of objects with “exact”, and maybe prefix, suffix, start, end and textHash. A line each: anchored, moved or orphaned, start, end, score from 0 to 1, and which words are others now.',
    options: [
      [
        '--old OLDFILE',
        'the file they were marked in, as it was: what was changed in place is found, and told word by word; what was deleted is not looked for elsewhere',
      ],
      json,
    ],
  },
  compare: {
    usage: [
      'compare FILE FILE… [--explain] [--json]',
      'compare --library LIBRARY (A A… | --story S) [--explain] [--json]',
    ],
    does: 'Says what two to six articles share, and what only one of them tells. Articles of a library are compared with your verdicts and tags.',
    options: [
      ['--library LIBRARY', 'the articles are of this library: their ids or paths inside it'],
      ['--story S', 'those of a story, by its name or id'],
      ['--explain', 'also why each match was made'],
      json,
    ],
  },
  list: {
    usage: ['list LIBRARY [--json]'],
    does: 'Lists the articles of a library.',
    options: [json],
  },
  search: {
    usage: [
      'search LIBRARY QUERY [--limit N] [--json]',
      'search LIBRARY --kept NAME [--limit N] [--json]',
      'search LIBRARY --list-kept [--json]',
    ],
    does: 'Finds words in the texts, titles, notes and tags of a library, the best first. QUERY: words, "a phrase", -not, OR, begin*, and tag:, outlet:, author:, before:, after:, has:, in:, colour: with a value.',
    options: [
      ['--limit N', 'of the best N articles only'],
      ['--kept NAME', 'what a search that is kept under this name finds'],
      ['--list-kept', 'the searches that are kept, with their queries'],
      json,
    ],
  },
  export: {
    usage: [
      'export LIBRARY --format F [--article A | --story S] [--empty] [--out PATH [--force]] [--json]',
    ],
    does: 'Gives notes as markdown, html, csv or json.',
    options: [
      ['--format F', 'markdown, html, csv or json'],
      ['--article A', 'only this article’s, by its id or its path inside the library'],
      ['--story S', 'only a story’s, by its name or id'],
      ['--empty', 'also articles without notes'],
      ['--out PATH', 'into this file, in a folder that is there; else to standard output'],
      ['--force', 'over a file that is there'],
      json,
    ],
  },
  import: {
    usage: ['import LIBRARY FILE [--dry-run] [--duplicates skip|keep|replace] [--json]'],
    does: 'Brings in annotations from a JSON that Parallax exported.',
    options: [
      ['--dry-run', 'only count, change nothing'],
      [
        '--duplicates D',
        'highlights that are here under other ids: skip (if not given), keep both, or replace those here',
      ],
      ['--format json', 'as if not given: the one format that is read'],
      json,
    ],
  },
  'move-notes': {
    usage: ['move-notes LIBRARY FROM TO [--dry-run] [--json]'],
    does: 'Moves the notes, corrections and reading state of an article to another: its file was saved again under another name. FROM and TO are ids or paths inside the library; the file of FROM may be gone.',
    options: [['--dry-run', 'only say how many would be found, change nothing'], json],
  },
  add: {
    usage: ['add LIBRARY FILE… [--json]'],
    does: 'Puts files, and what is in folders, into a library.',
    options: [json],
  },
  check: {
    usage: ['check LIBRARY [--json]'],
    does: 'Says whether a library’s store is sound, and which articles are the same.',
    options: [json],
  },
  serve: {
    usage: ['serve [LIBRARY] [--port N]'],
    does: 'Opens the app in a browser of this machine, until it is stopped. Without LIBRARY the last one, or the sample.',
    options: [['--port N', 'of 127.0.0.1; any that is free if not given']],
  },
}

export const general = `parallax: read, annotate and compare articles, offline

  read FILE [--part N]            an article's text, blocks and what it says of itself
         [--encoding E]           of a text or a page, in place of the one that is found
  read --library LIBRARY A        the same of an article of a library, for which the encoding is kept
         [--encoding E]
  anchor FILE SELECTORS.json      where quotes stand in an article's text
         [--old OLDFILE]          by the file that they were marked in, as it was
  compare FILE FILE…              what two to six articles share, and what only one tells
         [--explain]              and why each match was made
  compare --library LIBRARY       the same of articles of a library, with your verdicts and tags
         (A A… | --story S) [--explain]
  add LIBRARY FILE…               puts files, and what is in folders, into a library
  list LIBRARY                    the articles of a library
  search LIBRARY QUERY            where words stand in texts, titles, notes and tags, the best first
         [--limit N]
  export LIBRARY --format F       notes as markdown, html, csv or json
         [--article A | --story S] [--empty] [--out PATH] [--force]
  import LIBRARY FILE [--dry-run] annotations from an exported JSON
         [--duplicates skip|keep|replace]
  move-notes LIBRARY FROM TO      notes of an article, whose file may be gone, to another
         [--dry-run]
  check LIBRARY                   whether a library's store is sound, and which articles are the same
  serve [LIBRARY] [--port N]      the app in a browser of this machine
  help [COMMAND]                  this, or what a command takes; so does COMMAND --help

  --json     results as one JSON document
  LIBRARY    a folder of articles; FILE an article file
  A          an article's id or its path inside the library
  S          a story's name or id
  QUERY      words, "a phrase", -not, OR, begin*, tag: and others; see “help search”
  N          which of the articles in a file that holds several, from 1
             (in JSON parts are counted from 0)
  Offsets are UTF-16 code units, end exclusive.
`

/** What a command does and takes; null where there is no such command. */
export function helpOf(command: string): string | null {
  const help = own(helpByCommand, command)
  if (!help) return null
  const [first = '', ...more] = help.usage
  const width = Math.max(...help.options.map(([name]) => name.length))
  return [
    `parallax ${first}`,
    ...more.map((usage) => `parallax ${usage}`),
    '',
    `  ${help.does}`,
    '',
    ...help.options.map(([name, means]) => `  ${name.padEnd(width)}  ${means}`),
    '',
  ].join('\n')
}

/** Whether the words after a command ask for help; what comes after `--` is a name, not an option. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  return options.includes('--help') || options.includes('-h')
}
