// The one table of everything the app can do. Each host carries it; none adds to it.
import { z } from 'zod'
import type { CallName, EventName } from './call-names.ts'
import { ComparisonPatch } from './comparison/patch.ts'
import { ComparisonHead, RevisedPage, SectionRequest } from './comparison/sections.ts'
import { AppError } from './errors.ts'
import { actionIds } from './menu.ts'
import { Annotation, ResolvedAnnotation, TagName } from './model/annotation.ts'
import { colors } from './model/color.ts'
import { Explanation, SentenceRef, verdicts } from './model/comparison.ts'
import { ArticleId, ArticleSummary, LibraryInfo, MetaPatch, OpenArticle } from './model/library.ts'
import { limits } from './model/limits.ts'
import { AddedFile, CorrectionOffer, ReadingReport } from './model/reading.ts'
import { ListCounts, RowPage, RowQuery } from './model/rows.ts'
import { SearchAnswer, SearchSuggestions } from './model/search.ts'
import { Session, Settings, SettingsPatch, ShownArrangement } from './model/settings.ts'
import { Story, StoryArticles, StoryId, StoryName, StorySuggestion } from './model/story.ts'
import { readingStates } from './search/ast.ts'
import type { HostName } from './stream.ts'

/** Who may make a call. What only a native dialog can do belongs to the desktop. */
const desktop: readonly HostName[] = ['electron']
const windows: readonly HostName[] = ['electron', 'web']
const everywhere: readonly HostName[] = ['electron', 'web', 'cli']

const nothing = z.strictObject({})
const offset = z.number().int().nonnegative()

/** Bytes. Of a length that the largest file which is read comes to. */
const Base64 = z
  .string()
  .max(72_000_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)

/** What a host can do. Where it cannot, the app offers another way. */
export const Capabilities = z.strictObject({
  /** A native dialog that picks a folder. Otherwise: the app's own picker, over `folders-list`. */
  folderDialog: z.boolean(),
  /** A native dialog that saves a file. Otherwise: a download. */
  saveDialog: z.boolean(),
  /** A native menu bar. Otherwise: the app draws one. */
  nativeMenu: z.boolean(),
  /** Opening a web link outside the app. Otherwise: a new tab of the browser. */
  openLinks: z.boolean(),
})
export type Capabilities = Readonly<z.infer<typeof Capabilities>>

export const HistoryState = z.strictObject({
  /** What would be undone and done again, in words; null: nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
})
export type HistoryState = Readonly<z.infer<typeof HistoryState>>

/** A library as the window needs it when it opens one. */
export const OpenLibrary = z.strictObject({
  info: LibraryInfo,
  /** By name. */
  stories: z.array(Story),
  session: Session,
  history: HistoryState,
})
export type OpenLibrary = Readonly<z.infer<typeof OpenLibrary>>

export const AppStart = z.strictObject({
  version: z.string(),
  /** `process.platform` of the core: decides whether keys say Ctrl or ⌘. */
  platform: z.string(),
  capabilities: Capabilities,
  settings: Settings,
  recent: z.array(z.strictObject({ path: z.string(), name: z.string() })),
  library: OpenLibrary.nullable(),
  /** The sample library was made just now, for the first start. */
  firstStart: z.boolean(),
  notices: z.array(AppError),
})
export type AppStart = Readonly<z.infer<typeof AppStart>>

export const FolderListing = z.strictObject({
  path: z.string(),
  parent: z.string().nullable(),
  /** Places to begin at: home, documents, the drives. */
  places: z.array(z.strictObject({ name: z.string(), path: z.string() })),
  folders: z.array(z.strictObject({ name: z.string(), path: z.string() })),
  /** Files in this very folder that Parallax can read. */
  articles: z.number().int().nonnegative(),
})
export type FolderListing = Readonly<z.infer<typeof FolderListing>>

/** The text that offsets were taken from. Where the file holds another by now, they mean nothing. */
const textHash = z.string().optional()

const tags = z.array(TagName).max(limits.tags)
const note = z.string().max(limits.noteLength)

export const AnnotationDraft = z.strictObject({
  article: ArticleId,
  start: offset,
  end: offset,
  textHash,
  color: z.enum(colors),
  tags: tags.default([]),
  note: note.default(''),
})
export type AnnotationDraft = Readonly<z.input<typeof AnnotationDraft>>

/** What to change; what is absent stays. */
export const AnnotationPatch = z.strictObject({
  color: z.enum(colors).optional(),
  tags: tags.optional(),
  note: note.optional(),
  /** Attach to another passage of the same article. */
  range: z.strictObject({ start: offset, end: offset, textHash }).optional(),
})
export type AnnotationPatch = Readonly<z.infer<typeof AnnotationPatch>>

export const exportFormats = ['markdown', 'html', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const ExportRequest = z.strictObject({
  format: z.enum(exportFormats),
  /** Null: the whole library. */
  article: ArticleId.nullable(),
  /** The articles of a story, in its order; null: whatever `article` says. */
  story: StoryId.nullable().default(null),
  /** Also list articles without annotations. */
  empty: z.boolean().default(false),
})
export type ExportRequest = Readonly<z.input<typeof ExportRequest>>

export const ExportFile = z.strictObject({
  name: z.string(),
  mime: z.string(),
  text: z.string(),
  articles: z.number().int(),
  annotations: z.number().int(),
})
export type ExportFile = Readonly<z.infer<typeof ExportFile>>

/** What an import did, or would do. */
export const ImportReport = z.strictObject({
  read: z.number().int(),
  anchored: z.number().int(),
  moved: z.number().int(),
  orphaned: z.number().int(),
  /** Already here: the same, or changed here since. */
  duplicates: z.number().int(),
  /** Already here, and changed later in the file: joined; what was here is kept as a version. */
  joined: z.number().int(),
  /** Stories and verdicts that are new. */
  stories: z.number().int(),
  verdicts: z.number().int(),
  /** Records of other kinds that say something new. */
  records: z.array(z.strictObject({ noun: z.string(), count: z.number().int() })),
  /** What could not be brought in, a sentence each. */
  lost: z.array(z.string()),
})
export type ImportReport = Readonly<z.infer<typeof ImportReport>>

export const TagCount = z.strictObject({ name: z.string(), count: z.number().int() })
export type TagCount = Readonly<z.infer<typeof TagCount>>

/** Different articles; a comparison's indices count in this order. */
const comparedIds = z
  .array(ArticleId)
  .min(2)
  .max(6)
  .refine((ids) => new Set(ids).size === ids.length, 'the same article twice')

const ComparisonId = z.string().min(1).max(64)
/** Made up by whoever shows a comparison; another one for each. */
const HolderName = z.string().min(1).max(64)

/** A sentence that a verdict is about, in the text its offsets were taken from. */
const JudgedPassage = z.strictObject({
  article: ArticleId,
  start: offset,
  end: offset,
  textHash: z.string(),
})

const ShownRecord = z.strictObject({
  key: z.string(),
  /** As the schema of its kind says. */
  record: z.record(z.string(), z.unknown()),
})

const annotationIds = z.array(z.uuid()).min(1).max(limits.ids)

/** What holds of a call, whoever makes it. */
interface CallRule {
  readonly arg: z.ZodType
  readonly result: z.ZodType
  /** `library`: it is about the library that its envelope names, and refused when that is not open. */
  readonly of: 'app' | 'library'
  readonly hosts: readonly HostName[]
}

export const calls = {
  'app-start': { arg: nothing, result: AppStart, of: 'app', hosts: windows },
  'settings-save': { arg: SettingsPatch, result: Settings, of: 'app', hosts: windows },
  'session-save': {
    arg: z.strictObject({ library: z.string(), session: Session }),
    result: nothing,
    of: 'app',
    hosts: windows,
  },
  /** This window has said all it had to say of a library that is open no more. */
  'library-left': {
    arg: z.strictObject({ library: z.string() }),
    result: nothing,
    of: 'app',
    hosts: windows,
  },
  'library-open': {
    arg: z.strictObject({ path: z.string().min(1) }),
    result: OpenLibrary,
    of: 'app',
    hosts: everywhere,
  },
  /** Shows the native dialog; null when the user thought better of it. */
  'library-pick': { arg: nothing, result: OpenLibrary.nullable(), of: 'app', hosts: desktop },
  /** Looks at the folder again. What is found is told by events. */
  'library-refresh': {
    /** Whether reading that was stopped goes on. */
    arg: z.strictObject({ resume: z.boolean().default(true) }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Takes an exported JSON's text. */
  'library-import': {
    arg: z.strictObject({ text: z.string(), name: z.string(), dryRun: z.boolean() }),
    result: ImportReport,
    of: 'library',
    hosts: everywhere,
  },
  /**
   * Puts a file into the library and reads it. `name` is its path as it was dropped, with `/`: folders
   * that were dropped stay folders. Never overwrites: a name that is taken gets a number.
   */
  'library-add': {
    arg: z.strictObject({ name: z.string().min(1).max(4_096), data: Base64 }),
    result: AddedFile,
    of: 'library',
    hosts: everywhere,
  },
  /** Makes an article of what is on the clipboard: `.html` where there is HTML, else `.txt`. */
  'library-paste': {
    arg: z.strictObject({
      html: z.string().max(40_000_000).nullable(),
      text: z.string().max(20_000_000),
    }),
    result: AddedFile,
    of: 'library',
    hosts: everywhere,
  },
  /** Stops reading new and changed files; what was not read stays listed, and is read when opened or at the next look. */
  'library-stop': { arg: nothing, result: nothing, of: 'library', hosts: everywhere },
  /** What came of reading the library's files. */
  'library-report': { arg: nothing, result: ReadingReport, of: 'library', hosts: everywhere },
  'sample-open': { arg: nothing, result: OpenLibrary, of: 'app', hosts: windows },
  'folders-list': {
    arg: z.strictObject({ path: z.string().nullable() }),
    result: FolderListing,
    of: 'app',
    hosts: windows,
  },
  /** Some rows of the list, in the order of a query. Articles that the index does not know yet are not among them. */
  'rows-page': {
    arg: z.strictObject({ query: RowQuery, start: offset, end: offset }),
    result: RowPage,
    of: 'library',
    hosts: everywhere,
  },
  /** The first place of an article in the order of a query; null when it is not among its rows. */
  'rows-place': {
    arg: z.strictObject({ article: ArticleId, query: RowQuery }),
    result: z.strictObject({ place: offset.nullable() }),
    of: 'library',
    hosts: everywhere,
  },
  /**
   * The first place, from one on and then from the beginning, of a row whose title (or file's name, where
   * it has none) begins with what was typed; null when there is none.
   */
  'rows-named': {
    arg: z.strictObject({
      query: RowQuery,
      typed: z.string().min(1).max(limits.factLength),
      from: offset,
    }),
    result: z.strictObject({ place: offset.nullable() }),
    of: 'library',
    hosts: everywhere,
  },
  /** The articles from one place to another, the end exclusive: what is chosen from here to there. */
  'rows-between': {
    arg: z.strictObject({ query: RowQuery, start: offset, end: offset }),
    result: z.strictObject({ articles: z.array(ArticleId) }),
    of: 'library',
    hosts: everywhere,
  },
  /** The rows of these articles as they are this moment; those that are not there are left out. */
  'rows-get': {
    arg: z.strictObject({ articles: z.array(ArticleId).max(limits.rows) }),
    result: z.strictObject({ rows: z.array(ArticleSummary) }),
    of: 'library',
    hosts: everywhere,
  },
  'rows-counts': { arg: nothing, result: ListCounts, of: 'library', hosts: everywhere },
  'article-open': {
    arg: z.strictObject({ article: ArticleId }),
    result: OpenArticle,
    of: 'library',
    hosts: everywhere,
  },
  /** The article again, for a window that has it; null when it would be told nothing new. */
  'article-refresh': {
    arg: z.strictObject({ article: ArticleId, version: z.string() }),
    result: OpenArticle.nullable(),
    of: 'library',
    hosts: everywhere,
  },
  /** One of the article's pictures, by its place in `OpenArticle.pictures`. */
  'article-picture': {
    arg: z.strictObject({ article: ArticleId, picture: offset }),
    result: z.strictObject({ mime: z.string(), data: Base64 }),
    of: 'library',
    hosts: everywhere,
  },
  /** Shows the articles in a file as one article each, or the file as one; gives what stands for it now. */
  'article-split': {
    arg: z.strictObject({ article: ArticleId, split: z.boolean() }),
    result: z.strictObject({ articles: z.array(ArticleId) }),
    of: 'library',
    hosts: everywhere,
  },
  /** The reader's own word on an article's facts and furniture. One step of undo. */
  'article-correct': {
    arg: z.strictObject({
      article: ArticleId,
      /** Null in a field: the file's own word again. */
      meta: MetaPatch.optional(),
      /** Null: the rules' own word again. */
      furniture: z
        .strictObject({ start: offset, end: offset, textHash, furniture: z.boolean().nullable() })
        .optional(),
    }),
    result: OpenArticle,
    of: 'library',
    hosts: everywhere,
  },
  /** Other articles of the same outlet that the corrections of this one would suit. */
  'corrections-offers': {
    arg: z.strictObject({ article: ArticleId }),
    result: z.array(CorrectionOffer),
    of: 'library',
    hosts: everywhere,
  },
  /** Applies one of them to some of its articles, as one step of undo. */
  'corrections-apply': {
    arg: z.strictObject({
      article: ArticleId,
      offer: z.string(),
      articles: z.array(ArticleId).min(1).max(limits.ids),
    }),
    result: z.strictObject({ changed: z.array(ArticleId) }),
    of: 'library',
    hosts: everywhere,
  },
  'annotations-create': {
    arg: AnnotationDraft,
    result: ResolvedAnnotation,
    of: 'library',
    hosts: everywhere,
  },
  /** Makes annotations in one or several articles as one step of undo: all of them, or none. */
  'annotations-add': {
    arg: z.strictObject({ drafts: z.array(AnnotationDraft).min(1).max(limits.drafts) }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  'annotations-update': {
    arg: z.strictObject({ article: ArticleId, ids: annotationIds, patch: AnnotationPatch }),
    result: z.array(Annotation),
    of: 'library',
    hosts: everywhere,
  },
  /** A version that another machine made of one part holds, or is put away. One step of undo. */
  'annotations-settle': {
    arg: z.strictObject({
      article: ArticleId,
      id: z.uuid(),
      stamp: z.string().max(100),
      use: z.boolean(),
    }),
    result: Annotation,
    of: 'library',
    hosts: everywhere,
  },
  'annotations-delete': {
    arg: z.strictObject({ article: ArticleId, ids: annotationIds }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Puts the newest good copy in the place of a damaged annotations file that was set aside. */
  'annotations-restore': {
    arg: z.strictObject({ article: ArticleId }),
    result: OpenArticle,
    of: 'library',
    hosts: everywhere,
  },
  /**
   * Compares articles, apart from the main thread, with the reader's verdicts laid over, and gives what
   * there is to ask for. The same articles in the same state are one comparison with one id, whoever
   * opens it. Whoever shows it is its holder and wants one at a time: what it wanted before, and nobody
   * else wants, is ended where it is under way, and fails with `stopped`.
   */
  'comparison-open': {
    arg: z.strictObject({ holder: HolderName, articles: comparedIds }),
    result: z.strictObject({ id: ComparisonId, head: ComparisonHead }),
    of: 'library',
    hosts: everywhere,
  },
  /** Its holder shows it no more, or does not wait for it. */
  'comparison-close': {
    arg: z.strictObject({ holder: HolderName }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** A page of what a comparison has found, and the revision of the comparison that it is of. */
  'comparison-section': {
    arg: z.strictObject({ id: ComparisonId, request: SectionRequest }),
    result: RevisedPage,
    of: 'library',
    hosts: everywhere,
  },
  /** Why two sentences were, or were not, linked. */
  'comparison-explain': {
    arg: z.strictObject({ id: ComparisonId, a: SentenceRef, b: SentenceRef }),
    result: Explanation,
    of: 'library',
    hosts: everywhere,
  },
  /** The reader's word on whether two sentences correspond; null takes it back. One step of undo. */
  'verdict-save': {
    arg: z.strictObject({
      a: JudgedPassage,
      b: JudgedPassage,
      verdict: z.enum(verdicts).nullable(),
    }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Makes a story, or changes the name and the articles of one. One step of undo. */
  'story-save': {
    arg: z.strictObject({
      /** Null: a new one. */
      id: StoryId.nullable(),
      name: StoryName,
      articles: StoryArticles,
    }),
    result: Story,
    of: 'library',
    hosts: everywhere,
  },
  /** One step of undo. The articles stay. */
  'story-delete': {
    arg: z.strictObject({ id: StoryId }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Keeps how a story is laid out. Not a step of undo. */
  'story-arrange': {
    arg: z.strictObject({ id: StoryId, arrangement: ShownArrangement }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Articles that seem to tell the event of these; of none given, groups in the whole library. The best first. */
  'stories-suggest': {
    arg: z.strictObject({ articles: StoryArticles }),
    result: z.array(StorySuggestion),
    of: 'library',
    hosts: everywhere,
  },
  /** Searches texts, titles, notes and tags of all articles: some of what is found, the best first. */
  'search-run': {
    arg: z.strictObject({
      query: z.string().max(100_000),
      /** Which of the articles that are found, from 0, and how many. */
      offset: offset.default(0),
      limit: z.number().int().min(1).max(200).default(50),
      /** Hits of one article that are given; how many there are is said all the same. */
      hits: offset.default(3),
      /** The last word may go on. */
      typing: z.boolean().default(false),
    }),
    result: SearchAnswer,
    of: 'library',
    hosts: everywhere,
  },
  /** What could come next at the caret, a UTF-16 offset into the query. */
  'search-suggest': {
    arg: z.strictObject({ query: z.string().max(100_000), caret: offset }),
    result: SearchSuggestions,
    of: 'library',
    hosts: windows,
  },
  /** Records of one kind that windows show, as `shared/kinds` has them. */
  'records-get': {
    arg: z.strictObject({
      kind: z.string(),
      /** Null: all that there are. */
      keys: z.array(z.string().max(200)).max(limits.ids).nullable(),
    }),
    result: z.strictObject({ records: z.array(ShownRecord) }),
    of: 'library',
    hosts: everywhere,
  },
  /** How far the reader is with some articles. One step of undo. Gives how many of them are there. */
  'reading-set': {
    arg: z.strictObject({
      articles: z.array(ArticleId).min(1).max(limits.marked),
      state: z.enum(readingStates),
    }),
    result: z.strictObject({ articles: offset }),
    of: 'library',
    hosts: everywhere,
  },
  /** Keeps a search under a name, or changes one that is kept. One step of undo. */
  'search-keep': {
    arg: z.strictObject({
      /** Null: a new one. */
      id: z.uuid().nullable(),
      name: z.string().trim().min(1).max(limits.searchNameLength),
      query: z.string().max(limits.queryLength),
    }),
    result: z.strictObject({ id: z.uuid() }),
    of: 'library',
    hosts: everywhere,
  },
  'search-forget': {
    arg: z.strictObject({ id: z.uuid() }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /**
   * What is new of a tag: what is not given stays. A new name is given to it and to those beneath it in
   * all annotations. All of it is one step of undo.
   */
  'tag-save': {
    arg: z.strictObject({
      /** As annotations write it, whichever program did. */
      name: z.string().min(1),
      newName: TagName.optional(),
      color: z.enum(colors).nullable().optional(),
      description: z.string().max(limits.tagDescriptionLength).optional(),
    }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  'tags-list': { arg: nothing, result: z.array(TagCount), of: 'library', hosts: everywhere },
  /** Gives the articles that changed. */
  'history-undo': { arg: nothing, result: HistoryState, of: 'library', hosts: everywhere },
  'history-redo': { arg: nothing, result: HistoryState, of: 'library', hosts: everywhere },
  'export-build': { arg: ExportRequest, result: ExportFile, of: 'library', hosts: everywhere },
  /** Builds, asks for a place with the native dialog, writes; null when the user thought better of it. */
  'export-save': {
    arg: ExportRequest,
    result: z.strictObject({ path: z.string() }).nullable(),
    of: 'library',
    hosts: desktop,
  },
  'link-open': {
    arg: z.strictObject({ url: z.string().max(2_000) }),
    result: nothing,
    of: 'app',
    hosts: windows,
  },
} satisfies Record<CallName, CallRule>

export type Arg<N extends CallName> = z.input<(typeof calls)[N]['arg']>
export type ParsedArg<N extends CallName> = z.output<(typeof calls)[N]['arg']>
export type CallResult<N extends CallName> = z.output<(typeof calls)[N]['result']>

export const events = {
  /** Another library is open now: every window follows. */
  'library-opened': OpenLibrary,
  /** Rows that are new or changed, ids that are gone, and what is wrong with the library now. */
  'library-changed': z.strictObject({
    info: LibraryInfo,
    changed: z.array(ArticleSummary),
    removed: z.array(ArticleId),
    /** These are only some of them: whoever holds rows asks for them again. */
    more: z.boolean(),
  }),
  /** The list may be another: its pages, places and counts are to be asked for again. At most a few a second. */
  'list-changed': nothing,
  /** Reading new and changed files. `done === total`: finished. */
  'library-progress': z.strictObject({ done: z.number().int(), total: z.number().int() }),
  /** Annotations of an article that are new, others, or gone. */
  'annotations-changed': z.strictObject({
    article: ArticleId,
    /** Where they stand is not known at the moment: whoever shows the article asks again. */
    unplaced: z.boolean(),
    /** `changed` are all that there are: what is not among them is gone. */
    whole: z.boolean(),
    changed: z.array(ResolvedAnnotation),
    removed: z.array(z.uuid()),
    /** How many the article has now, as its row counts them. */
    annotations: z.number().int().nonnegative(),
    notes: z.number().int().nonnegative(),
  }),
  'history-changed': HistoryState,
  'stories-changed': z.strictObject({ stories: z.array(Story) }),
  /** Records of one kind that are new, others, or gone. */
  'records-changed': z.strictObject({
    kind: z.string(),
    changed: z.array(ShownRecord),
    removed: z.array(z.string()),
  }),
  /** Verdicts on these articles are others now. */
  'verdicts-changed': z.strictObject({ articles: z.array(ArticleId) }),
  /** What a verdict changed in a comparison that is open; its revision is this now. */
  'comparison-changed': z.strictObject({
    id: ComparisonId,
    revision: offset,
    patch: ComparisonPatch,
  }),
  /** The index knows more of the articles; how many are left, null: none. Told only after an answer of a search was not complete. */
  'search-progress': z.strictObject({ left: offset.nullable() }),
  'notice': AppError,
  /** A native menu item was chosen. */
  'command': z.strictObject({ action: z.enum(actionIds) }),
} satisfies Record<EventName, z.ZodType>
export type EventData<E extends EventName> = z.output<(typeof events)[E]>
