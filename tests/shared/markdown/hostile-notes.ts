// Markdown made to hurt: what is known to make parsers slow or deep, in any size and mixture, with
// words in between that must not get lost.
import fc from 'fast-check'

/** Each makes a text that is superlinear, or deep, in a parser that is not bounded. */
export const bombs: Readonly<Record<string, (n: number) => string>> = {
  'quotes': (n) => '>'.repeat(n),
  'quotes with words': (n) => `${'> '.repeat(n)}words`,
  'quotes, then lines that go on': (n) => `${'>'.repeat(40)}a\n${'words\n'.repeat(n)}`,
  'lists in lists on a line': (n) => `${'- '.repeat(n)}words`,
  'numbered lists in lists': (n) => `${'1. '.repeat(n)}words`,
  'lists in lists by indentation': (n) =>
    Array.from({ length: Math.min(n, 400) }, (_, level) => `${' '.repeat(level * 2)}- a`).join(
      '\n',
    ),
  'blank lines in lists': (n) => `${'- '.repeat(30)}a\n${'\n'.repeat(n)}${' '.repeat(70)}b`,
  'footnotes in footnotes': (n) => '[^a]: '.repeat(n),
  'footnotes of quotes': (n) => '[^a]: > '.repeat(n),
  'emphasis opened': (n) => '*a '.repeat(n),
  'emphasis opened with _': (n) => '_a '.repeat(n),
  'emphasis closed': (n) => 'a* '.repeat(n),
  'emphasis in emphasis': (n) => '*a '.repeat(n) + 'b* '.repeat(n),
  'strong in strong': (n) => '**a '.repeat(n) + 'b** '.repeat(n),
  'a run of stars about a word': (n) => `${'*'.repeat(n)}a${'*'.repeat(n)}`,
  'deletion in deletion': (n) => '~~a '.repeat(n) + 'b~~ '.repeat(n),
  'brackets opened': (n) => '[a '.repeat(n),
  'brackets closed': (n) => ']'.repeat(n),
  'brackets about a word': (n) => `${'['.repeat(n)}a${']'.repeat(n)}`,
  'links left open': (n) => '[a]('.repeat(n),
  'titles left open': (n) => '[a](b "'.repeat(n),
  'pictures in pictures': (n) => `${'!['.repeat(n)}a${'](b)'.repeat(n)}`,
  'references in references': (n) => `[a]: b\n\n${'!['.repeat(n)}a${'][a]'.repeat(n)}`,
  'backticks of all lengths': (n) =>
    Array.from({ length: Math.min(n, 300) }, (_, length) => `a${'`'.repeat(length + 1)}`).join(''),
  'comments left open': (n) => 'a <!-- '.repeat(n),
  'instructions left open': (n) => 'a <? '.repeat(n),
  'declarations left open': (n) => 'a <!X '.repeat(n),
  'CDATA left open': (n) => 'a <![CDATA[ '.repeat(n),
  'tags': (n) => '<b>'.repeat(n),
  'underlines that are none': (n) => 'a\n='.repeat(n),
  'a wide table': (n) => `${'|a'.repeat(n)}|\n${'|-'.repeat(n)}|\n${'|c\n'.repeat(n)}`,
  'a long table': (n) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(n)}`,
  'definitions': (n) => Array.from({ length: n }, (_, key) => `[a${key}]: x\n`).join(''),
  'addresses': (n) => 'http://a.b/ '.repeat(n),
  'dots': (n) => 'a.'.repeat(n),
  'www': (n) => 'www.'.repeat(n),
  'a list': (n) => '- a\n'.repeat(n),
  'a long word': (n) => 'a'.repeat(n),
  'paragraphs': (n) => 'a\n\n'.repeat(n),
}

const piece = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.keys(bombs)), fc.integer({ min: 1, max: 80 }))
    .map(([name, n]) => bombs[name]?.(n) ?? ''),
  fc.stringMatching(/^[ \t\na1.>*_~[\]()!<`|#+=:"'&;\\-]{1,60}$/),
  fc.constantFrom(
    '\n\n',
    '\n',
    '\r\n',
    '    ',
    '```\n',
    '~~~ info\n',
    '<div>\n',
    '| a | b |\n|-|-|\n',
  ),
)

export interface HostileNote {
  readonly note: string
  /** Letters and digits that stand in the note, each once. */
  readonly words: readonly string[]
}

/** A note of hostile pieces with a word after each. */
export const hostileNote: fc.Arbitrary<HostileNote> = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => {
    const words = pieces.map((_, index) => `word${index}x`)
    return { note: pieces.map((each, index) => `${each}${words[index]}`).join(' '), words }
  })
