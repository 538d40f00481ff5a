// The lines that news databases put around an article, by their labels. Data, with what each says.

import { own } from '../../../shared/own.ts'
import { documentNumber, endOfDocument, isLanguageName, wordCount } from './words.ts'

type Field = 'title' | 'byline' | 'source' | 'published' | 'body' | 'other'

interface Label {
  readonly field: Field
  /** As they stand before a colon, in lower case. */
  readonly names: readonly string[]
}

const labels: readonly Label[] = [
  {
    field: 'title',
    names: [
      ...['headline', 'title', 'article name', 'article title', 'titre', 'titel', 'título'],
      ...['titolo', 'überschrift'],
    ],
  },
  {
    field: 'byline',
    names: [
      ...['byline', 'author', 'authors', 'author(s)', 'by', 'auteur', 'autor', 'reporter'],
      ...['autore', 'autorin', 'autores', 'auteurs'],
    ],
  },
  {
    field: 'source',
    names: [
      ...['publication', 'publication title', 'publication name', 'source', 'newspaper', 'outlet'],
      ...['journal', 'source name', 'nom de la source', 'quelle', 'zeitung', 'publication info'],
    ],
  },
  {
    field: 'published',
    names: [
      ...['publication date', 'date', 'pub date', 'published', 'date published', 'issue date'],
      ...['publication year', 'datum', 'date de publication', 'document date'],
    ],
  },
  {
    field: 'body',
    names: [
      ...['body', 'full text', 'article text', 'text', 'full text (article)', 'texte intégral'],
      ...['volltext', 'texto completo', 'testo integrale', 'texto integral', 'volledige tekst'],
      ...['corps', 'cuerpo', 'corpo'],
    ],
  },
  {
    field: 'other',
    names: [
      ...[
        'length',
        'section',
        'from',
        'load-date',
        'dateline',
        'series',
        'edition',
        'graphic',
        'language',
      ],
      ...['publication-type', 'publication type', 'subject', 'company', 'organization', 'person'],
      ...['industry', 'geographic', 'country', 'city', 'state', 'journal code', 'document type'],
      ...['page', 'pages', 'start page', 'end page', 'first page', 'column', 'word count', 'words'],
      ...[
        'record number',
        'record',
        'accession number',
        'an',
        'database',
        'issn',
        'isbn',
        'volume',
      ],
      ...[
        'issue',
        'number',
        'publisher',
        'place of publication',
        'country of publication',
        'pagination',
      ],
      ...['proquest document id', 'document url', 'copyright', 'last updated', 'source type'],
      ...[
        'language of publication',
        'publication subject',
        'credit',
        'correction-date',
        'highlight',
      ],
      ...['gale document number', 'document number', 'source citation', 'openurl link', 'notes'],
      ...['persistent link to this record', 'classification', 'ticker', 'identifier / keyword'],
      ...[
        'location',
        'people',
        'links',
        'abstract',
        'rubrique',
        'reference',
        'référence du document',
      ],
      // The older Nexis says them in capitals, in the language of its interface.
      ...['distribution', 'rubrik', 'länge', 'update', 'ladedatum', 'sprache', 'grafik', 'serie'],
      ...['longueur', 'date de chargement', 'date-chargement', 'langue', 'type de publication'],
      ...['sección', 'longitud', 'fecha de carga', 'fecha-carga', 'idioma', 'tipo de publicación'],
      ...['sezione', 'lunghezza', 'data di caricamento', 'lingua', 'secção', 'extensão'],
      ...['data de carregamento', 'sectie', 'lengte', 'laaddatum', 'taal', 'publikationstyp'],
      ...['certificat', 'section name', 'dewey', 'url', 'database name', 'index terms', 'doi'],
    ],
  },
]

/** Factiva's two letters, each alone on its line or before its value. */
const codes: Readonly<Record<string, Field | undefined>> = {
  SE: 'other',
  HD: 'title',
  BY: 'byline',
  CR: 'other',
  WC: 'other',
  PD: 'published',
  ET: 'other',
  SN: 'source',
  SC: 'other',
  ED: 'other',
  PG: 'other',
  VOL: 'other',
  LA: 'other',
  CY: 'other',
  LP: 'body',
  TD: 'body',
  CT: 'other',
  RF: 'other',
  CO: 'other',
  IN: 'other',
  NS: 'other',
  RE: 'other',
  IPD: 'other',
  IPC: 'other',
  PUB: 'other',
  AN: 'other',
  ART: 'other',
  CLM: 'other',
  DLN: 'other',
  NGC: 'other',
  GC: 'other',
}

const fieldOf: ReadonlyMap<string, Field> = new Map(
  labels.flatMap(({ field, names }) => names.map((name) => [name, field] as const)),
)

export interface Labelled {
  readonly field: Field
  readonly label: string
  /** '' where the label stands alone. */
  readonly value: string
  /** One of Factiva's codes. */
  readonly code: boolean
}

/** What a labelled line says; null for any other line. */
export function labelled(text: string): Labelled | null {
  const code = /^([A-Z]{2,3})(?:\t\s*|\s{2,}|\s*$|\s(?=\S))(.*)$/su.exec(text)
  const coded = code?.[1] === undefined ? undefined : own(codes, code[1])
  if (coded !== undefined && code !== null && (text.includes('\t') || isCodeLine(code)))
    return { field: coded, label: code[1] ?? '', value: (code[2] ?? '').trim(), code: true }
  const named = /^([\p{L}][\p{L}() /-]{1,40}?)\s*(?::|\t)\s*(.*)$/su.exec(text)
  const name = named?.[1]?.toLowerCase()
  const field = name === undefined ? undefined : fieldOf.get(name)
  if (field !== undefined && name !== undefined)
    return { field, label: name, value: (named?.[2] ?? '').trim(), code: false }
  return /^body$/i.test(text) ? { field: 'body', label: 'body', value: '', code: false } : null
}

/** A code alone, or set apart from its value: "IN A YEAR" is no code. */
const isCodeLine = (match: RegExpExecArray): boolean =>
  (match[2] ?? '').trim() === '' || /^[A-Z]{2,3}(?:\t|\s{2,})/.test(match[0])

/** Lines without a label that only a database writes. */
const databaseLine =
  /^(?:(?:first|second|third|\d(?:st|nd|rd|th)|final|late|early|main|city|national|morning|evening) edition|(?:\(c\)|©|copyright\b).{0,160}|(?:document )?\d+ of \d+(?: documents?)?|_{5,}|all rights reserved\.?|about lexisnexis.{0,120}|proquest document link|page \d+ of \d+|search summary|\S{0,12}[·•]\d{8}[·•].{0,40}|tous droits réservés.{0,80}|load-date:.{0,60})$/iu

/** Whether only a database writes such a line; a code of capitals is a paper's in Factiva. */
export const isDatabaseLine = (text: string): boolean =>
  databaseLine.test(text) ||
  wordCount.test(text) ||
  documentNumber.test(text) ||
  endOfDocument.test(text) ||
  /^[A-Z]{4,8}$/.test(text) ||
  isLanguageName(text)
