// The fields of news databases and mails, each with what it says of the article.

export interface FieldRule {
  readonly name: string
  /** The label with what parts it from its value. */
  readonly matches: RegExp
  readonly fact?: 'title' | 'byline' | 'source' | 'published'
  /** Hardly ever the beginning of a sentence: with one other field it proves that fields stand here. */
  readonly telling?: true
  /** Also below the text. */
  readonly foot?: true
  readonly role?: 'title' | 'byline'
  readonly why: string
}

const label = (words: string): RegExp => new RegExp(`^(?:${words})\\s*:\\s*`, 'i')
/** A code of two letters, as Factiva has it, and what follows on the line. */
const code = (letters: string): RegExp => new RegExp(`^(?:${letters})(?:\\s{2,}|\\t\\s*)`)

const header = 'In the header'
const database = 'A field of the news database'

export const fieldRules: readonly FieldRule[] = [
  {
    name: 'headline',
    matches: label('headline|title|titre|título|titolo|titel|überschrift|schlagzeile'),
    fact: 'title',
    telling: true,
    role: 'title',
    why: header,
  },
  {
    name: 'headline',
    matches: code('HD'),
    fact: 'title',
    telling: true,
    role: 'title',
    why: header,
  },
  {
    name: 'subject',
    matches: /^subject\s*:\s*(?:(?:re|fwd?)\s*:\s*)*/i,
    fact: 'title',
    telling: true,
    role: 'title',
    why: header,
  },
  {
    name: 'byline',
    matches: label('byline|by-line|authors?|auteur|autor(?:en)?|autore|written by'),
    fact: 'byline',
    telling: true,
    role: 'byline',
    why: header,
  },
  {
    name: 'byline',
    matches: code('BY'),
    fact: 'byline',
    telling: true,
    role: 'byline',
    why: header,
  },
  { name: 'from', matches: label('from|von'), fact: 'byline', role: 'byline', why: header },
  {
    name: 'date',
    matches: label('date|published|publication[- ]date|pub date|sent|datum|fecha|data|erschienen'),
    fact: 'published',
    role: 'byline',
    why: header,
  },
  { name: 'date', matches: code('PD'), fact: 'published', role: 'byline', why: header },
  {
    name: 'source',
    matches: label('source|publication|newspaper|outlet|publisher|quelle|fuente|fonte'),
    fact: 'source',
    telling: true,
    role: 'byline',
    why: header,
  },
  {
    name: 'source',
    matches: code('SN'),
    fact: 'source',
    telling: true,
    role: 'byline',
    why: header,
  },
  {
    name: 'length',
    matches: /^(?:length|word count)\s*:\s*(?=\d)|^WC\s{2,}(?=\d)|^(?=\d{2,5} words$)/i,
    telling: true,
    why: database,
  },
  { name: 'section', matches: label('section|edition|rubrik|page'), why: database },
  { name: 'dateline', matches: /^DATELINE\s*:\s*/i, why: database },
  {
    name: 'closing',
    matches: label(
      'load-date|publication-type|journal code|document-type|document type|subject terms|industry|geographic|acc-no|accession number|issn',
    ),
    foot: true,
    telling: true,
    why: database,
  },
  { name: 'language', matches: label('language|sprache|langue'), foot: true, why: database },
  { name: 'copyright', matches: label('copyright'), foot: true, why: 'Copyright' },
  {
    name: 'codes',
    matches: /^(?:SE|SC|LA|CY|ED|PG|VOL|CO|IN|NS|RE|IPD|IPC|PUB|AN)\s{2,}/,
    foot: true,
    why: database,
  },
  { name: 'address', matches: label('url|web|link|to|cc|reply-to|message-id'), why: header },
  { name: 'body', matches: /^(?:full text|body|text)\s*:?$/i, why: database },
  { name: 'counter', matches: /^(?:document )?\d+ of \d+(?: documents?)?$/i, why: database },
  { name: 'end', matches: /^end of document$/i, foot: true, why: database },
]
