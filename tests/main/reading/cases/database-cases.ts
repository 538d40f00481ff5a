// Layouts of Nexis and Factiva as readers export and paste them. Papers, people and stories are invented.

export interface DatabaseCase {
  readonly name: string
  readonly text: string
  /** Which of several articles, from 0; absent for a file of one. */
  readonly part?: number
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
  readonly byline?: string
  /** Lines that a reader must not be shown as text, besides the labels. */
  readonly lacks?: readonly string[]
  /** Words that must stay in the text, besides the story. */
  readonly has?: readonly string[]
}

export const lead =
  'The harbour board of Quayside has closed the east pier after divers found that a third of its oak piles had rotted below the tide line.'
export const rest =
  '“We had no choice,” said Ada Holm, the harbour master, who had asked for a survey of the piles in each of the last four years.'
const body = `${lead}\n\n${rest}`

/** A document of Nexis Uni with what stands between its headline and the notice of copyright. */
const nexis = (head: string, day = 'February 10, 2021 Wednesday'): string =>
  `${head.replace('DAY', day)}\n\nCopyright 2021 Quay Newspapers Ltd All Rights Reserved\n\nSection: NEWS; Pg. 7\nLength: 452 words\nByline: Jon Vik\n\nBody\n\n${body}\n\n\nLoad-Date: February 11, 2021\n\nEnd of Document\n\n\n`
const other = nexis('Orchards die below the new dam\nThe Ister Courier\nFebruary 12, 2021 Friday')
const quay = { source: 'The Quayside Herald', published: '2021-02-10', byline: 'Jon Vik' }

const nexisCases: readonly DatabaseCase[] = [
  {
    name: 'a Nexis headline that begins with a date',
    text: nexis('June 3, 1998: the night the dam gave way\nThe Quayside Herald\nDAY') + other,
    part: 0,
    title: 'June 3, 1998: the night the dam gave way',
    ...quay,
  },
  {
    name: 'a Nexis headline that ends in a date',
    text:
      other + nexis('As it happened: the pier debate of 9 February 2021\nThe Quayside Herald\nDAY'),
    part: 1,
    title: 'As it happened: the pier debate of 9 February 2021',
    ...quay,
  },
  {
    name: 'a Nexis headline that holds a date in digits',
    text: nexis('7/7/2005 and after: a ferryman remembers\nThe Quayside Herald\nDAY'),
    title: '7/7/2005 and after: a ferryman remembers',
    ...quay,
  },
  {
    name: 'a Nexis headline with a date, and a day with its hour',
    text: nexis(
      'Diary, 4 May 1999\nThe Quayside Herald\nDAY',
      'February 10, 2021 Wednesday 6:30 AM GMT',
    ),
    title: 'Diary, 4 May 1999',
    ...quay,
  },
  {
    name: 'a notice and an edition over the day',
    text: nexis(
      'East pier closed as piles rot\nThe Quayside Herald\nClarification Appended\nLate City Edition - Final\nDAY',
    ),
    title: 'East pier closed as piles rot',
    ...quay,
    lacks: ['Clarification Appended', 'Late City Edition'],
  },
  {
    name: 'an editors’ note under the day',
    text:
      nexis(
        'East pier closed as piles rot\nThe Quayside Herald\nDAY\nEditors’ Note Appended\n1 - Lowland Edition',
      ) + other,
    part: 0,
    title: 'East pier closed as piles rot',
    ...quay,
    lacks: ['Note Appended', 'Lowland Edition'],
  },
  {
    name: 'a label in capitals over the day',
    text: nexis(
      'East pier closed as piles rot\nThe Quayside Herald\nDISTRIBUTION: North; West\nDAY',
    ),
    title: 'East pier closed as piles rot',
    ...quay,
    lacks: ['DISTRIBUTION'],
  },
  {
    name: 'a headline that speaks of an edition',
    text: nexis('Town prints a new edition of its charter\nThe Quayside Herald\nDAY'),
    title: 'Town prints a new edition of its charter',
    ...quay,
  },
  {
    name: 'a Nexis byline of several authors',
    text: `1 of 1 DOCUMENTS\n\nThe Quayside Herald\n\nFebruary 10, 2021 Wednesday\n\nEast pier closed as piles rot\n\nBYLINE: Jon Vik; Ada Lund; Staff Reporters\n\nSECTION: NEWS\n\nLENGTH: 452 words\n\n${body}\n\nLOAD-DATE: February 11, 2021\n\nLANGUAGE: ENGLISH\n\nCopyright 2021 Quay Newspapers Ltd\n`,
    title: 'East pier closed as piles rot',
    ...quay,
    byline: 'Jon Vik, Ada Lund',
  },
  {
    name: 'the older Nexis, the paper first, with an edition under the day',
    text: `1 of 1 DOCUMENTS\n\nThe Quayside Herald\n\nFebruary 10, 2021 Wednesday\nLate Edition - Final\n\nEast pier closed on 9 February 2021 as piles rot\n\nBYLINE: By JON VIK\n\nSECTION: Section A; Column 1; Pg. 3\n\nLENGTH: 452 words\n\n${body}\n\nLOAD-DATE: February 11, 2021\n\nLANGUAGE: ENGLISH\n\nCopyright 2021 Quay Newspapers Ltd\n`,
    title: 'East pier closed on 9 February 2021 as piles rot',
    ...quay,
    byline: 'JON VIK',
    lacks: ['Late Edition', 'LOAD-DATE'],
  },
  {
    name: 'the older Nexis with a correction over the headline',
    text: `1 of 2 DOCUMENTS\n\nThe Quayside Herald\n\nFebruary 10, 2021 Wednesday\nCorrection Appended\n\nEast pier closed as piles rot\n\nBYLINE: By Jon Vik\n\nLENGTH: 452 words\n\n${body}\n\nLOAD-DATE: February 11, 2021\n\n2 of 2 DOCUMENTS\n\nThe Ister Courier\n\nFebruary 12, 2021 Friday\n\nOrchards die below the new dam\n\nLENGTH: 300 words\n\n${body}\n\nLOAD-DATE: February 13, 2021\n`,
    part: 0,
    title: 'East pier closed as piles rot',
    ...quay,
    lacks: ['Correction Appended'],
  },
  {
    name: 'Nexis in German',
    text: `Sturmflut vom 3. März 1962: Was wir lernten\nNordhafener Bote\n10. Februar 2021 Mittwoch\nGesamtausgabe\n\nCopyright 2021 Bote Verlag Alle Rechte vorbehalten\n\nRubrik: LOKALES; S. 7\nLänge: 452 Wörter\nAutor: Jon Vik\n\nVolltext\n\n${body}\n\nUpdate: 11. Februar 2021\n\nEnd of Document\n`,
    title: 'Sturmflut vom 3. März 1962: Was wir lernten',
    source: 'Nordhafener Bote',
    published: '2021-02-10',
    byline: 'Jon Vik',
    lacks: ['Gesamtausgabe', 'Länge', 'Update:'],
  },
  {
    name: 'Nexis in French',
    text: `La marée du 3 mars 1962, racontée\nLe Courrier du Port\n10 février 2021 mercredi\n\nCopyright 2021 Presse du Port Tous droits réservés\n\nRubrique: LOCAL; p. 7\nLongueur: 452 mots\nAuteur: Jon Vik\n\nTexte intégral\n\n${body}\n\nDate de chargement: 11 février 2021\n\nFin du document\n`,
    title: 'La marée du 3 mars 1962, racontée',
    source: 'Le Courrier du Port',
    published: '2021-02-10',
    byline: 'Jon Vik',
    lacks: ['Longueur', 'chargement'],
  },
]

/** An article of Factiva as it is shown to be read. */
const factiva = (
  above: string,
  { words = '452 words', day = '10 February 2021', between = '', language = 'English' } = {},
  end = 'Document QUAHER0020210210eh2a00001',
): string =>
  `${above}\n${words}\n${day}\n${between}The Quayside Herald\nQUAHER\n${language}\n© 2021 Quay Newspapers Ltd\n\n${body}\n\n${end}\n\n`
const pier = { title: 'East pier closed as piles rot', ...quay }
const dam = factiva('Orchards die below the new dam\n\nBy Lena Orr', { between: '18.05\n' })

const factivaCases: readonly DatabaseCase[] = [
  {
    name: 'a Factiva time with its zone',
    text: factiva('East pier closed as piles rot\n\nBy Jon Vik', { between: '04:05 UTC\n' }) + dam,
    part: 0,
    ...pier,
    lacks: ['04:05', 'QUAHER'],
  },
  {
    name: 'a Factiva time alone, with a point',
    text: factiva('East pier closed as piles rot\n\nBy Jon Vik', { between: '06.30\n' }) + dam,
    part: 1,
    ...{ title: 'Orchards die below the new dam', byline: 'Lena Orr' },
    ...{ source: 'The Quayside Herald', published: '2021-02-10' },
    lacks: ['18.05'],
  },
  {
    name: 'Factiva’s last change in brackets, in a file of one',
    text: factiva('East pier closed as piles rot\n\nBy Jon Vik', {
      between: '(Last updated at 7:15 PM EST)\n',
    }),
    ...pier,
    lacks: ['updated', 'QUAHER', 'English'],
  },
  {
    name: 'Factiva with a section and an author without “By”',
    text: factiva('HARBOUR\nEast pier closed as piles rot\n\nJon Vik'),
    ...pier,
    lacks: ['HARBOUR'],
  },
  {
    name: 'Factiva with two authors without “By”',
    text: factiva('East pier closed as piles rot\n\nJon Vik and Lena Orr') + dam,
    part: 0,
    ...pier,
    byline: 'Jon Vik and Lena Orr',
  },
  {
    name: 'Factiva with a page and an edition under the paper’s code',
    text: `East pier closed as piles rot\n\nBy Jon Vik\n452 words\n10 February 2021\nThe Quayside Herald\nQUAHER\nHarbour\nA12\nEnglish\n© 2021 Quay Newspapers Ltd\n\n${body}\n\nDocument QUAHER0020210210eh2a00001\n`,
    ...pier,
    lacks: ['A12', 'Harbour\n'],
  },
  ...(
    [
      ['German', '452 Wörter', '10. Februar 2021', 'Deutsch', 'Dokument'],
      ['French', '452 mots', '10 février 2021', 'Français', 'Document'],
      ['Spanish', '452 palabras', '10 febrero 2021', 'Español', 'Documento'],
      ['Italian', '452 parole', '10 febbraio 2021', 'Italiano', 'Documento'],
      ['Portuguese', '452 palavras', '10 fevereiro 2021', 'Português', 'Documento'],
      ['Russian', '452 слов', '10 февраля 2021', 'Русский', 'Документ'],
      ['Japanese', '452 文字', '2021 年 2 月 10 日', '英語', '文書'],
    ] as const
  ).map(
    ([name, words, day, language, end]): DatabaseCase => ({
      name: `Factiva in ${name}`,
      text: factiva(
        'East pier closed as piles rot\n\nJon Vik',
        { words, day, language },
        `${end} QUAHER0020210210eh2a00001`,
      ),
      ...pier,
      lacks: [words, language, 'QUAHER'],
    }),
  ),
  ...(
    [
      ['two spaces', '  '],
      ['a tab', '\t'],
      ['one space', ' '],
    ] as const
  ).map(
    ([name, gap]): DatabaseCase => ({
      name: `Factiva’s codes and ${name} before their values`,
      text: `${[
        ['SE', 'Harbour'],
        ['HD', 'East pier closed as piles rot'],
        ['BY', 'Jon Vik'],
        ['WC', '452 words'],
        ['PD', '10 February 2021'],
        ['ET', '06:30'],
        ['SN', 'The Quayside Herald'],
        ['SC', 'QUAHER'],
        ['LA', 'English'],
        ['CY', '© 2021 Quay Newspapers Ltd'],
      ]
        .map(([code, value]) => `${code}${gap}${value}`)
        .join('\n')}\n\nLP${gap}${lead}\n\nTD${gap}${rest}\n\n${[
        ['NS', 'ghar : Harbours'],
        ['RE', 'quay : Quayside'],
        ['PUB', 'Quay Newspapers Ltd'],
        ['AN', 'Document QUAHER0020210210eh2a00001'],
      ]
        .map(([code, value]) => `${code}${gap}${value}`)
        .join('\n')}\n`,
      ...pier,
      lacks: ['LP', 'TD', 'ghar', 'quay :', 'PUB', 'QUAHER', '06:30', 'SE'],
    }),
  ),
  {
    name: 'Factiva’s codes on lines of their own, in a file of one',
    text: `HD\nEast pier closed as piles rot\n\nBY\nJon Vik\n\nWC\n452 words\n\nPD\n10 February 2021\n\nET\n06:30\n\nSN\nThe Quayside Herald\n\nSC\nQUAHER\n\nPG\n7\n\nLA\nEnglish\n\nCY\n© 2021 Quay Newspapers Ltd\n\nLP\n${lead}\n\nTD\n${rest}\n\nNS\nghar : Harbours | gpol : Politics\n\nPUB\nQuay Newspapers Ltd\n\nAN\nDocument QUAHER0020210210eh2a00001\n`,
    ...pier,
    lacks: ['LP', 'TD', 'ghar', 'PUB', 'Quay Newspapers', 'QUAHER', '06:30'],
  },
]

const cut: readonly DatabaseCase[] = [
  {
    name: 'Factiva without its number at the end',
    text: factiva('East pier closed as piles rot\n\nJon Vik', { between: '06:30\n' }, ''),
    ...pier,
    lacks: ['06:30', 'QUAHER'],
  },
  {
    name: 'Factiva’s codes and a headline of two lines',
    text: `SE   News\nHD   East pier closed\n     as piles rot\nBY   By Jon Vik\nWC   452 words\nPD   10 February 2021\nSN   The Quayside Herald\nLA   English\nLP\n${lead}\nTD\n${rest}\n`,
    ...pier,
    lacks: ['as piles rot', 'English'],
  },
]

const unsure: DatabaseCase = {
  name: 'a Nexis document whose head names no day',
  text: `East pier closed as piles rot\nThe Quayside Herald\n\nSection: NEWS; Pg. 7\nLength: 452 words\n\nBody\n\n${body}\n\nEnd of Document\n`,
  title: 'East pier closed as piles rot',
  source: null,
  published: null,
  has: ['The Quayside Herald'],
}

export const databaseCases = { sure: [...nexisCases, ...factivaCases, ...cut], unsure }
