// How the exports of news databases part their articles. Rules as data, each with its reason; the
// first whose marks are followed by headers that say whose the article is and of when is believed.

import { documentNumber, endOfDocument } from './words.ts'

export interface BatchShape {
  readonly name: string
  /** What this export looks like, and why its marks can be trusted. */
  readonly why: string
  /** A line that stands before an article (`begin`), after one (`end`), or between two. */
  readonly mark: RegExp
  readonly where: 'begin' | 'end' | 'between'
  /** The mark itself counts the articles: "2 of 50" must follow "1 of 50". */
  readonly counted?: true
  /** The mark is the first line of the article's header, not a line of its own. */
  readonly own?: true
  /** The paper stands over the day, and the headline under it. */
  readonly paperFirst?: true
  /** What of the header each article must have. */
  readonly needs: 'title-and-date' | 'title-source-date' | 'labels'
  /** Any text has such lines: then every article must have its header, and all the same kind. */
  readonly strict?: true
}

export const batchShapes: readonly BatchShape[] = [
  {
    name: 'lexis-numbered',
    why: 'LexisNexis counts its documents: “Document 1 of 50”, “1 of 50 DOCUMENTS”.',
    mark: /^(?:document\s+)?(\d+)\s+of\s+(\d+)(?:\s+documents?)?$/i,
    where: 'begin',
    counted: true,
    needs: 'title-and-date',
  },
  {
    name: 'nexis-uni',
    why: 'Nexis Uni closes every article with “End of Document”.',
    mark: endOfDocument,
    where: 'end',
    needs: 'title-and-date',
  },
  {
    name: 'factiva',
    why: 'Factiva closes every article with its number: “Document HRBGAZ0020240304ek34000b1”.',
    mark: documentNumber,
    where: 'end',
    needs: 'title-and-date',
  },
  {
    name: 'factiva-codes',
    why: 'Factiva’s codes pasted without the number at the end: each article has its “HD”.',
    mark: /^HD(?:\s|$)/,
    where: 'begin',
    own: true,
    needs: 'labels',
    strict: true,
  },
  {
    name: 'europresse',
    why: 'Europresse gives every article a reference: “news·20240304·HG·0012”.',
    mark: /^(?:.{0,60}[\s:])?(?:news|web|rep|tv|bio)[·•]\d{8}[·•]\w{1,8}[·•]\S+$/iu,
    where: 'end',
    paperFirst: true,
    needs: 'title-and-date',
  },
  {
    name: 'ruled',
    why: 'ProQuest, EBSCO and others draw a line between records whose facts are labelled.',
    mark: /^(?:_{10,}|-{10,}|={10,}|\*{10,})$/,
    where: 'between',
    needs: 'labels',
  },
  {
    name: 'counted-records',
    why: 'EBSCO, Gale and NewsBank count their records: “Record: 3”, “Article 3 of 12”.',
    mark: /^(?:record|article|result|item|story|clipping)\s*[:#]?\s*(\d+)(?:\s*(?:of|\/)\s*\d+)?$/i,
    where: 'begin',
    counted: true,
    needs: 'title-and-date',
  },
  {
    name: 'labelled-title',
    why: 'PressReader, NewsBank and Gale label the headline, and the paper and the day after it.',
    mark: /^(?:headline|title|article name|article title|titre)\s*[:\t]\s*\S/i,
    where: 'begin',
    own: true,
    needs: 'labels',
    strict: true,
  },
  {
    name: 'separated',
    why: 'Lines of signs, each followed by a headline and a line with the paper and the full date.',
    mark: /^(?:[-–—=_*#~•·]\s?){3,}$|^\f$/u,
    where: 'between',
    needs: 'title-source-date',
    strict: true,
  },
]
