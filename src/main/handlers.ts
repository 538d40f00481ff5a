// What each call of the table does: over the library that its caller names, or over the app.
import { basename } from 'node:path'
import type { AppStart, CallResult } from '../shared/calls.ts'
import type { AppError } from '../shared/errors.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Caller } from '../shared/stream.ts'
import type { AppDeps } from './app-deps.ts'
import type { Handlers } from './core/dispatch.ts'
import { definedOnly } from './defined-only.ts'
import { buildExport, importJson, saveExport } from './features/exchange/exchange.ts'
import { listFolders } from './features/settings/folders.ts'
import type { Library } from './library.ts'
import type { Opening } from './opening.ts'
import type { UserData } from './store/user-data.ts'

/** Every call's handler. Knows no host but by what `deps.host` offers. */
export const createHandlers = (deps: AppDeps, userData: UserData, opening: Opening): Handlers => ({
  ...appHandlers(deps, userData, opening),
  ...libraryHandlers(deps, opening),
})

type AppCall =
  | 'app-start'
  | 'settings-save'
  | 'session-save'
  | 'library-left'
  | 'library-open'
  | 'library-pick'
  | 'sample-open'
  | 'folders-list'
  | 'link-open'

function appHandlers(deps: AppDeps, userData: UserData, opening: Opening): Pick<Handlers, AppCall> {
  const { host } = deps
  let told = false
  return {
    'app-start': async () => {
      const { notices, firstStart } = await opening.start()
      const first = !told
      told = true
      const library = opening.libraries.current()
      return ok<AppStart>({
        version: deps.version,
        platform: process.platform,
        capabilities: host.capabilities,
        settings: userData.settings,
        recent: userData.state.recent.map((path) => ({ path, name: basename(path) || path })),
        library: library && opening.view(library),
        firstStart: first && firstStart,
        notices: first ? [...notices] : [],
      })
    },
    'settings-save': (patch) => userData.saveSettings(definedOnly(patch)),
    'session-save': async ({ library, session }) => {
      const saved = await userData.updateState((state) => ({
        ...state,
        sessions: { ...state.sessions, [library]: session },
      }))
      return saved.ok ? ok({}) : saved
    },
    'library-left': async ({ library }, { window }) => {
      if (window !== null) opening.libraries.left(library, window)
      return ok({})
    },
    'library-open': ({ path }) => opening.openAt(path),
    'library-pick': async () => {
      if (!host.pickFolder) return fail(unsupported('show a folder dialog'))
      const path = await host.pickFolder()
      return path === null ? ok(null) : opening.openAt(path)
    },
    'sample-open': () => opening.openSample(),
    'folders-list': ({ path }) => listFolders(path),
    'link-open': async ({ url }) => {
      if (!isWebLink(url)) return fail(badLink(url))
      if (!host.openLink) return fail(unsupported('open links'))
      await host.openLink(url)
      return ok({})
    },
  }
}

/** Work on the library that the caller names; dispatch has made sure that it is open. */
const onLibrary =
  ({ libraries }: Pick<Opening, 'libraries'>) =>
  <A, T>(work: (open: Library, arg: A) => Promise<Result<T>>) =>
  async (arg: A, caller: Caller): Promise<Result<T>> => {
    const open = libraries.named(caller.library)
    return open ? work(open, arg) : fail(noLibrary())
  }

type RowCall =
  | 'rows-page'
  | 'rows-place'
  | 'rows-named'
  | 'rows-between'
  | 'rows-get'
  | 'rows-counts'

const rowHandlers = (withLibrary: ReturnType<typeof onLibrary>): Pick<Handlers, RowCall> => ({
  'rows-page': withLibrary((open, arg) => open.rowsPage(arg)),
  'rows-place': withLibrary((open, arg) => open.rowsPlace(arg)),
  'rows-named': withLibrary((open, arg) => open.rowsNamed(arg)),
  'rows-between': withLibrary((open, arg) => open.rowsBetween(arg)),
  'rows-get': withLibrary(async (open, arg) => ok(open.rowsGet(arg))),
  'rows-counts': withLibrary((open) => open.counts()),
})

type RecordCall = 'records-get' | 'reading-set' | 'search-keep' | 'search-forget' | 'tag-save'

const recordHandlers = (withLibrary: ReturnType<typeof onLibrary>): Pick<Handlers, RecordCall> => ({
  'records-get': withLibrary(async (open, arg) => open.recordsGet(arg)),
  'reading-set': withLibrary((open, arg) => open.setReading(arg)),
  'search-keep': withLibrary((open, arg) => open.keptSearches.save(arg)),
  'search-forget': withLibrary((open, arg) => open.keptSearches.remove(arg)),
  'tag-save': withLibrary((open, arg) => open.saveTag(arg)),
})

function libraryHandlers(
  deps: AppDeps,
  opening: Pick<Opening, 'libraries'>,
): Omit<Handlers, AppCall> {
  const withLibrary = onLibrary(opening)

  return {
    'library-refresh': withLibrary(async (open, { resume }) => {
      if (resume) await open.refresh(true)
      else open.lookSoon()
      return ok({})
    }),
    'library-import': withLibrary((open, arg) => importJson(open, arg)),
    'library-add': withLibrary((open, { name, data }) =>
      open.put({ name, source: Buffer.from(data, 'base64') }),
    ),
    'library-paste': withLibrary((open, arg) => open.paste(arg)),
    'library-stop': withLibrary(async (open) => {
      await open.stop()
      return ok({})
    }),
    'library-report': withLibrary(async (open) => ok(await open.report())),
    ...rowHandlers(withLibrary),
    ...recordHandlers(withLibrary),
    'article-open': withLibrary((open, { article }) => open.open(article)),
    'article-refresh': withLibrary(async (open, { article, version }) => {
      const opened = await open.open(article)
      return opened.ok && opened.value.version === version ? ok(null) : opened
    }),
    'article-picture': withLibrary(async (open, { article, picture }) => {
      const read = await open.picture(article, picture)
      if (!read.ok) return read
      const { mime, bytes } = read.value
      return ok({ mime, data: Buffer.from(bytes).toString('base64') })
    }),
    'article-split': withLibrary((open, { article, split }) => open.split(article, split)),
    'article-correct': withLibrary((open, arg) => open.correct(arg)),
    'corrections-offers': withLibrary(async (open, { article }) => ok(open.offers(article))),
    'corrections-apply': withLibrary((open, arg) => open.applyOffer(arg)),
    'annotations-create': withLibrary((open, draft) => open.create(draft)),
    'annotations-add': withLibrary((open, { drafts }) => open.createMany(drafts)),
    'annotations-update': withLibrary((open, arg) => open.update(arg)),
    'annotations-settle': withLibrary((open, arg) => open.settle(arg)),
    'annotations-delete': withLibrary((open, arg) => open.remove(arg)),
    'annotations-restore': withLibrary((open, { article }) => open.restore(article)),
    'comparison-open': withLibrary((open, arg) => open.openComparison(arg)),
    'comparison-close': withLibrary(async (open, { holder }) => {
      open.closeComparison(holder)
      return ok({})
    }),
    'comparison-section': withLibrary((open, arg) => open.comparisonSection(arg)),
    'comparison-explain': withLibrary((open, arg) => open.explain(arg)),
    'verdict-save': withLibrary((open, arg) => open.judge(arg)),
    'story-save': withLibrary((open, arg) => open.saveStory(arg)),
    'story-delete': withLibrary((open, arg) => open.deleteStory(arg)),
    'story-arrange': withLibrary((open, arg) => open.arrangeStory(arg)),
    'stories-suggest': withLibrary(async (open, { articles }) => ok(await open.suggest(articles))),
    'search-run': withLibrary((open, arg) => open.search(arg)),
    'search-suggest': withLibrary((open, arg) => open.suggestSearch(arg)),
    'tags-list': withLibrary(async (open) => ok(open.tags())),
    'history-undo': withLibrary((open) => open.undo()),
    'history-redo': withLibrary((open) => open.redo()),
    'export-build': withLibrary((open, request) => buildExport(open, request, deps)),
    'export-save': withLibrary(
      async (open, request): Promise<Result<CallResult<'export-save'>>> => {
        if (!deps.host.pickSavePath) return fail(unsupported('show a save dialog'))
        const built = await buildExport(open, request, deps)
        if (!built.ok) return built
        const path = await deps.host.pickSavePath(built.value.name)
        return path === null ? ok(null) : saveExport(path, built.value)
      },
    ),
  }
}

/** Only addresses that a browser or mail program shows; never a file or a program. */
function isWebLink(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed !== null && ['http:', 'https:', 'mailto:'].includes(parsed.protocol)
}

const noLibrary = (): AppError => ({
  code: 'not-open',
  message: 'No library is open.',
  advice: 'Open a folder of articles first.',
})

const unsupported = (what: string): AppError => ({
  code: 'unsupported',
  message: `Parallax cannot ${what} here.`,
  advice: 'Use the way the window offers instead.',
})

const badLink = (url: string): AppError => ({
  code: 'bad-argument',
  message: 'Only web and mail addresses are opened.',
  advice: 'Copy the address if you trust it.',
  detail: url,
})
