// The names of what two sentences alone show of telling the same, in the order in which it is written.

export const pairFeatures = [
  // Words in common: by the angle between them, by the share of the shorter, of the longer, in all.
  'cosLocal',
  'cosGeneral',
  'coverLocal',
  'coverGeneral',
  'coverLongerLocal',
  'coverLongerGeneral',
  'sharedLocal',
  'sharedGeneral',
  'sharedCount',
  'rarest',
  'secondRarest',
  'kin',
  'kinCount',
  // The same words in the same order.
  'bigrams',
  'bigramSum',
  'run',
  // Names, and what is not names.
  'names',
  'nameSum',
  'namesDiffer',
  'plain',
  'plainSum',
  'people',
  'peopleMissing',
  'actorSame',
  'actorDiffers',
  'numbers',
  'numbersDiffer',
  // Quotation.
  'quoted',
  'bothQuote',
  'oneQuotes',
  'quoteOfOther',
  // Place in the article.
  'lead',
  'leadPlain',
  'leadCover',
  'title',
  'titleCover',
  'place',
  'early',
  'shorter',
  'longer',
  // A clause of one in the other; what surrounds them; the event as such.
  'clause',
  'clauseGeneral',
  'window',
  'core',
  'coreOne',
] as const

export const pairCount = pairFeatures.length

/** Where each feature stands among those of a pair. */
export const slot: Readonly<Record<(typeof pairFeatures)[number], number>> = Object.fromEntries(
  pairFeatures.map((name, at) => [name, at]),
) as Record<(typeof pairFeatures)[number], number>
