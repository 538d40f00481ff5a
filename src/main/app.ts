// The core: every call's handler, over one open library at a time. Knows no host.
import { realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { AppStart, CallResult, OpenLibrary } from '../shared/calls.ts'
import type { AppError } from '../shared/errors.ts'
import { emptySession } from '../shared/model/defaults.ts'
import type { Session } from '../shared/model/settings.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { createDispatch, type Dispatch, type Handlers } from './core/dispatch.ts'
import type { Host } from './core/host.ts'
import { definedOnly } from './defined-only.ts'
import { buildExport, importJson, saveExport } from './features/exchange/exchange.ts'
import { listFolders } from './features/settings/folders.ts'
import { type Library, openLibrary } from './library.ts'
import { ensureSample, samplePath } from './sample.ts'
import { machineName } from './store/machine-name.ts'
import { createQueue } from './store/queue.ts'
import { openUserData, type UserData } from './store/user-data.ts'
import type { Work } from './work/work.ts'

export interface AppDeps {
  readonly host: Host
  readonly work: Work
  readonly version: string
  /** The user's own data: settings, sessions, the sample library's copy. */
  readonly dataDir: string
  readonly resources: string
  readonly now: () => Date
  /** A library to open at the start instead of the last one. */
  readonly library?: string
  readonly onBug: (thrown: unknown) => void
}

export interface App {
  readonly dispatch: Dispatch
  readonly userData: UserData
  /** Opens another library, as if the user had chosen it. */
  openLibrary(path: string): Promise<Result<OpenLibrary>>
  /** Finishes what is being written and lets go of the library. */
  close(): Promise<void>
}

const maxRecent = 12

export async function createApp(deps: AppDeps): Promise<App> {
  const { host, work, dataDir, now } = deps
  const userData = await openUserData(dataDir)
  const machine = await machineName(dataDir)
  // One library is opened at a time, and known by its true path: another way to it is the same one.
  const opening = createQueue()
  /** Of an opening that is under way when the app is closed. */
  const ending = new AbortController()
  let library: Library | null = null
  let started: Promise<{ notices: AppError[]; firstStart: boolean }> | null = null

  const sessionOf = (path: string): Session => userData.state.sessions[path] ?? emptySession

  const view = (open: Library): OpenLibrary => ({
    info: open.info(),
    articles: open.articles(),
    stories: open.stories(),
    session: sessionOf(open.path),
    history: open.history(),
  })

  const openAt = (path: string): Promise<Result<OpenLibrary>> =>
    opening.run(async () => openNow(await realpath(path).catch(() => resolve(path))))

  const openNow = async (path: string): Promise<Result<OpenLibrary>> => {
    const opened =
      // One that could only be read is opened anew: what stood in the way may be gone.
      library && library.path === path && !library.info().readOnly
        ? ok(library)
        : await openLibrary(path, {
            work,
            now,
            emit: host.emit.bind(host),
            mode: 'write',
            watch: true,
            signal: ending.signal,
            machine,
            sample: path === (await realpath(samplePath(dataDir)).catch(() => null)),
            gained: () => {
              // One that is still being opened is shown as it is then.
              if (library?.path === path) host.emit('library-opened', view(library))
            },
          })
    if (!opened.ok) return opened
    const another = library !== opened.value
    if (another) await library?.close()
    library = opened.value
    const { path: root } = library
    await userData.updateState((state) => ({
      ...state,
      recent: [root, ...state.recent.filter((other) => other !== root)].slice(0, maxRecent),
    }))
    const shown = view(library)
    if (another) host.emit('library-opened', shown)
    return ok(shown)
  }

  /** Makes the sample when it is not there yet, and opens it. */
  const openSample = async (): Promise<Result<OpenLibrary & { made: boolean }>> => {
    const made = await ensureSample({ resources: deps.resources, dataDir, work, now })
    if (!made.ok) return made
    const session = made.value
    const path = await realpath(samplePath(dataDir))
    if (session)
      await userData.updateState((state) => ({
        ...state,
        sessions: { ...state.sessions, [path]: session },
      }))
    const opened = await openAt(path)
    return opened.ok ? ok({ ...opened.value, made: session !== null }) : opened
  }

  /** The library asked for, else the last one, else the sample. Says why one could not be opened. */
  const start = async (): Promise<{ notices: AppError[]; firstStart: boolean }> => {
    const notices = [...userData.notices]
    const wanted = deps.library ?? userData.state.recent[0]
    if (wanted !== undefined) {
      const opened = await openAt(wanted)
      if (opened.ok || ending.signal.aborted) return { notices, firstStart: false }
      notices.push(opened.error)
    }
    const sample = await openSample()
    if (!sample.ok) notices.push(sample.error)
    return { notices, firstStart: sample.ok && sample.value.made }
  }

  const withLibrary =
    <A, T>(work: (open: Library, arg: A) => Promise<Result<T>>) =>
    async (arg: A): Promise<Result<T>> =>
      library ? work(library, arg) : fail(noLibrary())

  const handlers: Handlers = {
    'app-start': async () => {
      const first = started === null
      started ??= start()
      const { notices, firstStart } = await started
      return ok<AppStart>({
        version: deps.version,
        platform: process.platform,
        capabilities: host.capabilities,
        settings: userData.settings,
        recent: userData.state.recent.map((path) => ({ path, name: basename(path) || path })),
        library: library && view(library),
        firstStart: first && firstStart,
        notices: first ? notices : [],
      })
    },
    'settings-save': (patch) => userData.saveSettings(definedOnly(patch)),
    'session-save': async ({ library: path, session }) => {
      const saved = await userData.updateState((state) => ({
        ...state,
        sessions: { ...state.sessions, [path]: session },
      }))
      return saved.ok ? ok({}) : saved
    },
    'library-open': ({ path }) => openAt(path),
    'library-pick': async () => {
      if (!host.pickFolder) return fail(unsupported('show a folder dialog'))
      const path = await host.pickFolder()
      return path === null ? ok(null) : openAt(path)
    },
    'library-refresh': withLibrary(async (open, { resume }) => ok(await open.refresh(resume))),
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
    'sample-open': async () => {
      const opened = await openSample()
      if (!opened.ok) return opened
      const { made: _, ...rest } = opened.value
      return ok(rest)
    },
    'folders-list': ({ path }) => listFolders(path),
    'article-open': withLibrary((open, { article }) => open.open(article)),
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
    'tags-list': withLibrary(async (open) => ok(open.tags())),
    'history-undo': withLibrary((open) => open.undo()),
    'history-redo': withLibrary((open) => open.redo()),
    'export-build': withLibrary((open, request) => buildExport(open, request, deps)),
    'export-save': withLibrary(
      async (open, request): Promise<Result<CallResult<'export-save'>>> => {
        if (!host.pickSavePath) return fail(unsupported('show a save dialog'))
        const built = await buildExport(open, request, deps)
        if (!built.ok) return built
        const path = await host.pickSavePath(built.value.name)
        return path === null ? ok(null) : saveExport(path, built.value)
      },
    ),
    'link-open': async ({ url }) => {
      if (!isWebLink(url)) return fail(badLink(url))
      if (!host.openLink) return fail(unsupported('open links'))
      await host.openLink(url)
      return ok({})
    },
  }

  return {
    dispatch: createDispatch(handlers, deps.onBug),
    userData,
    openLibrary: openAt,
    async close() {
      ending.abort()
      await started?.catch(() => undefined)
      await library?.close()
      await userData.idle()
      await work.close()
    },
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
