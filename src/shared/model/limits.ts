// How much of one thing the app makes itself and lets in, in one place. The calls refuse what is beyond,
// an import leaves it out and says so. What another program put into a file of the store is no mistake
// of the reader's: it is kept there as it is, and shown bounded. So the schemas of what is kept know no
// limits; those of what is asked for do.

export const limits = {
  /** Code units of one note. */
  noteLength: 1_000_000,
  /** Tags of one annotation. */
  tags: 100,
  /** Code units of a tag's name. */
  tagLength: 120,
  /** Code units of a corrected fact. */
  factLength: 1_000,
  /** Code units of a story's name. */
  storyNameLength: 200,
  /** Articles of a story. */
  storyArticles: 1_000,
  /** Code units of the name of a search that is kept, and of a query. */
  searchNameLength: 200,
  queryLength: 100_000,
  /** Code units of what a tag stands for, in words. */
  tagDescriptionLength: 10_000,
  /** Articles side by side. */
  panes: 6,
  /** Pairs of places pinned together. */
  pins: 1_000,
  /** Annotations that one call makes. */
  drafts: 2_000,
  /** Things that one call changes. */
  ids: 10_000,
  /** Articles that are marked at once as read: as many as the list lets one choose. */
  marked: 200_000,
  /** Places that are found in one article: nobody goes through more, and each costs room. */
  found: 100_000,
  /** Rows of the list that one call gives. */
  rows: 500,
} as const

/** `1,000,000`: for messages, the same in every place. */
export const inFigures = (count: number): string => count.toLocaleString('en')
