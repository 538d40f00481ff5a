// What an act costs in a window on a library of fifty thousand articles: calls, rows that are asked for,
// rows that are looked at, rows that are drawn. None of them grows with the library.
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/base.css'
import '../../../src/renderer/shell/shell.css'
import '../../../src/renderer/library/library.css'
import { createRoot } from 'react-dom/client'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Bridge } from '../../../src/renderer/client/bridge.ts'
import { defaultSettings } from '../../../src/shared/model/defaults.ts'
import type { ListedRow } from '../../../src/shared/model/rows.ts'
import { idOf, listedAt, noCounts } from '../list-rows.ts'
import { annotationOf, articleOf, installFakeCore, libraryOf } from './fake-core.ts'

const total = 50_000
const home = '/library'
const core = installFakeCore()
const calls = logCalls()
const load = async () => ({
  ...(await import('../../../src/renderer/actions/annotate.ts')),
  ...(await import('../../../src/renderer/actions/open.ts')),
  ...(await import('../../../src/renderer/actions/start.ts')),
  ...(await import('../../../src/renderer/annotations/NotesSide.tsx')),
  ...(await import('../../../src/renderer/library/LibrarySide.tsx')),
  ...(await import('../../../src/renderer/panes/PaneRow.tsx')),
  ...(await import('../../../src/renderer/state/panes.ts')),
  ...(await import('../../../src/renderer/state/readers.ts')),
  ...(await import('../../../src/renderer/state/selection.ts')),
})
let page: Awaited<ReturnType<typeof load>>
let revision = 0
let leave = (): void => undefined

interface Call {
  readonly name: string
  readonly arg: unknown
}

/** Every call that the window makes from now on. */
function logCalls(): Call[] {
  const made: Call[] = []
  const { parallaxBridge: bridge } = window
  if (!bridge) throw new Error('no bridge')
  const value: Bridge = {
    ...bridge,
    call(name, arg, library) {
      made.push({ name, arg })
      return bridge.call(name, arg, library)
    },
  }
  Object.defineProperty(window, 'parallaxBridge', { value, configurable: true })
  return made
}

/** Ids of rows whose facts were read, once for each time that their row was drawn. */
let drawn: string[] = []
const looked = new Set<string>()
let rowsGiven = 0

/** A row that tells when it is looked at, and when it is drawn. */
function watchedRow(place: number): ListedRow {
  const row = listedAt(place)
  const { id, title } = row
  return Object.defineProperties(row, {
    title: {
      enumerable: true,
      get() {
        looked.add(id)
        return title
      },
    },
    reading: {
      enumerable: true,
      get() {
        drawn.push(id)
        return 'new'
      },
    },
  })
}

function answer(): void {
  core.always('rows-page', ({ start, end }) => {
    const rows = Array.from({ length: Math.min(end, total) - start }, (_, at) =>
      watchedRow(start + at),
    )
    rowsGiven += rows.length
    return { total, rows, groups: [] }
  })
  core.always('rows-get', ({ articles }) => {
    rowsGiven += articles.length
    return { rows: articles.map((id) => listedAt(Number.parseInt(id, 16))) }
  })
  core.always('rows-counts', () => ({ ...noCounts, articles: total }))
  core.always('records-get', () => ({ records: [] }))
  core.always('article-open', ({ article }) => articleOf(article))
  core.always('article-refresh', () => null)
  core.always('library-refresh', () => ({}))
  core.always('session-save', () => ({}))
}

beforeAll(async () => {
  answer()
  page = await load()
  const started = page.start()
  const asked = await core.next('app-start')
  asked.answer(
    {
      version: '0',
      platform: 'linux',
      capabilities: { folderDialog: false, saveDialog: false, nativeMenu: false, openLinks: false },
      settings: defaultSettings,
      recent: [],
      library: libraryOf(home),
      firstStart: false,
      notices: [],
    },
    revision,
  )
  await started
  const host = document.createElement('div')
  host.style.cssText = 'display:flex;height:700px;width:1000px'
  document.body.append(host)
  const root = createRoot(host)
  root.render(
    <>
      <div style={{ display: 'flex', width: 280 }}>
        <page.LibrarySide />
      </div>
      <page.PaneRow />
      <page.NotesSide />
    </>,
  )
  leave = () => {
    root.unmount()
    host.remove()
  }
  await settled()
  expect(host.querySelectorAll('.article-row').length).toBeGreaterThan(4)
})

afterAll(() => leave())

beforeEach(async () => {
  await settled()
  calls.length = 0
  drawn = []
  looked.clear()
  rowsGiven = 0
})

async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done, 400))
}

const named = (name: string): readonly Call[] => calls.filter((call) => call.name === name)

/** Rows in view and a few beyond; all of a page may be looked at to know where a row stands. */
const mostInView = 40

it('opens an article with one call for it, and touches the rows in view alone', async () => {
  await page.openArticle(idOf(3))
  await settled()
  expect(named('article-open')).toHaveLength(1)
  expect(named('rows-page')).toEqual([])
  expect(calls.length).toBeLessThanOrEqual(6)
  expect(rowsGiven).toBeLessThanOrEqual(1)
  expect(looked.size).toBeLessThanOrEqual(mostInView)
  expect(drawn.length).toBeLessThanOrEqual(4 * mostInView)
})

it('makes a highlight with one call, and draws no row for it', async () => {
  const made = annotationOf(1)
  core.always('annotations-create', () => made)
  const [pane] = page.usePanes.getState().panes
  page.readerOf(pane?.key)?.select(0, 3)
  await expect.poll(() => page.useSelection.getState().selected?.article).toBe(idOf(3))
  await page.applyColor(defaultSettings.lastColor)
  core.tell(
    'annotations-changed',
    {
      article: idOf(3),
      unplaced: false,
      whole: false,
      changed: [made],
      removed: [],
      annotations: 1,
      notes: 0,
    },
    home,
    ++revision,
  )
  await settled()
  expect(document.querySelectorAll('mark').length).toBeGreaterThan(0)
  expect(calls.map(({ name }) => name)).toEqual(['annotations-create'])
  expect(drawn).toEqual([])
  expect(looked.size).toBe(0)
})

it('asks for the page in view and the counts when it is told that the list is another', async () => {
  core.tell('list-changed', {}, home, ++revision)
  await settled()
  expect(calls.map(({ name }) => name).sort()).toEqual(['rows-counts', 'rows-page'])
  expect(rowsGiven).toBeLessThanOrEqual(200)
  expect(looked.size).toBeLessThanOrEqual(mostInView)
  expect(drawn.length).toBeLessThanOrEqual(4 * mostInView)
})

it('asks at a window focus for what is open alone, after 24 articles were opened and closed', async () => {
  for (let number = 100; number < 124; number++) {
    await page.openArticle(idOf(number))
    page.removePane(page.usePanes.getState().focused ?? '')
  }
  await settled()
  calls.length = 0
  rowsGiven = 0
  await page.refreshLibrary(false)
  await settled()
  const asked = calls.filter(({ name }) => name !== 'session-save')
  expect(asked.map(({ name }) => name)).toEqual(['library-refresh', 'article-refresh'])
  expect(asked[1]?.arg).toMatchObject({ article: idOf(3) })
  expect(rowsGiven).toBe(0)
})
