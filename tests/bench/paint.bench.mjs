// Painting annotations in a real Chromium: our painter against bare mark.js on the same text, one more
// annotation among a thousand, and a long article against a short one. The article has been on screen
// for a frame; each time holds the call and the layout that follows it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, scriptOfSources } from './lib/bundle.mjs'
import { launchChromium } from './lib/chromium.mjs'
import { judged, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { annotations, article } from './lib/text.mjs'

const rounds = sized(15, 1)
const frame = 16.7

const script = await scriptOfSources(
  `import Mark from 'mark.js'
   export { Mark }
   export { buildArticle } from './src/renderer/dom/build-article.ts'
   export { createPainter } from './src/renderer/dom/painter.ts'
   export { flatten } from './src/shared/text/spans.ts'
   export { median, takeTurns } from './tests/bench/lib/turns.mjs'`,
)
const styles = await Promise.all(
  ['styles/tokens.css', 'dom/article.css', 'dom/highlight.css'].map((path) =>
    readFile(join(root, 'src/renderer', path), 'utf8'),
  ),
)

const browser = await launchChromium()
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
  await page.setContent(
    '<!doctype html><style>.scroller { position: relative; height: 860px; overflow: auto; font: 17px/1.62 serif } .text { max-width: 68ch; margin: auto } .text [data-block] { margin: 0 0 1em }</style><body></body>',
  )
  for (const content of styles) await page.addStyleTag({ content })
  await page.addScriptTag({ content: script })

  /** In the page: a fresh article for each measurement, then the approaches in turn. */
  const measure = (work, argument) =>
    page.evaluate(
      ([source, given]) => {
        const { buildArticle, createPainter, Mark, flatten, takeTurns } = globalThis.bench
        const describe = (ids) => `Highlight ${ids.length}`
        const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
        const open = async (shown) => {
          const scroller = document.createElement('div')
          scroller.className = 'scroller'
          const host = document.createElement('article')
          host.className = 'text'
          scroller.append(host)
          document.body.replaceChildren(scroller)
          buildArticle(host, shown)
          await nextFrame()
          await nextFrame()
          const painter = createPainter(host, shown, { describe, viewport: scroller })
          return { scroller, host, painter, done: () => painter.dispose() }
        }
        const timed = (host, run) => {
          const start = performance.now()
          run()
          void host.scrollHeight
          return performance.now() - start
        }
        // biome-ignore lint/security/noGlobalEval: the benchmark's own function, sent into the page
        return eval(`(${source})`)({ open, timed, Mark, flatten, takeTurns, ...given })
      },
      [String(work), argument],
    )

  const short = article(700, 1)
  const few = annotations(short.text, 100, 1)
  const against = await measure(
    async ({ open, timed, Mark, flatten, takeTurns, short, few, rounds }) => {
      const withPage = (run) => async () => {
        const opened = await open(short)
        const took = timed(opened.scroller, () => run(opened))
        const marks = opened.host.querySelectorAll('mark').length
        opened.done()
        if (marks < 100) throw new Error(`only ${marks} marks were painted`)
        if (opened.host.textContent !== short.text) throw new Error('the text was changed')
        return took
      }
      const segments = flatten(few).map(({ start, end, ids }) => ({
        start,
        length: end - start,
        ids,
      }))
      return takeTurns(rounds * 2, {
        ours: withPage(({ painter }) => {
          painter.set(few)
          painter.flush()
        }),
        // What a reader waits for: the rest follows while the window is idle.
        seen: async () => {
          const opened = await open(short)
          const took = timed(opened.scroller, () => opened.painter.set(few))
          opened.done()
          return took
        },
        bare: withPage(({ host }) =>
          new Mark(host).markRanges(segments, { element: 'mark', className: 'highlight' }),
        ),
        dressed: withPage(({ host }) =>
          new Mark(host).markRanges(segments, {
            element: 'mark',
            className: 'highlight',
            each: (mark, { ids }) => {
              mark.dataset.ids = ids.join(' ')
              mark.dataset.depth = String(ids.length)
              mark.setAttribute('data-color', 'yellow')
              mark.tabIndex = -1
              mark.setAttribute('aria-description', `Highlight ${ids.length}`)
            },
          }),
        ),
      })
    },
    { short, few, rounds },
  )

  const sizes = {
    short: [article(1_000, 2), 100],
    middle: [article(10_000, 3), 1_000],
    long: [article(sized(100_000, 10_000), 4), sized(5_000, 1_000)],
  }
  const scaled = await measure(
    async ({ open, timed, takeTurns, sizes, rounds }) => {
      const approaches = {}
      for (const [name, { shown, many, more }] of Object.entries(sizes)) {
        approaches[`${name} paint`] = async () => {
          const opened = await open(shown)
          const took = timed(opened.scroller, () => opened.painter.set(many))
          opened.done()
          return took
        }
        let n = 0
        approaches[`${name} add`] = async () => {
          const { host, painter, scroller, done } = await open(shown)
          painter.set(many)
          // Of the longest, what is far away would take a second.
          if (many.length <= 1_000) painter.flush()
          void scroller.scrollHeight
          const id = `new${n++}`
          const took = timed(scroller, () => painter.set([...many, { ...more, id }]))
          if (!host.querySelector(`mark[data-ids~="${id}"]`))
            throw new Error('the new annotation was not painted at once')
          done()
          return took
        }
      }
      return takeTurns(rounds, approaches)
    },
    {
      rounds,
      sizes: Object.fromEntries(
        Object.entries(sizes).map(([name, [shown, count]]) => [
          name,
          {
            shown,
            many: annotations(shown.text, count, count),
            // Where the reader is: at the article's beginning.
            more: { start: 120, end: 160, color: 'red', tags: [], note: '' },
          },
        ]),
      ),
    },
  )

  console.log('Painting, until laid out; ms\n')
  printTable(
    ['', 'ms', ''],
    [
      ['700 words, 100 annotations: bare mark.js, one batch', against.bare, ''],
      [
        'the same, with our attributes on each mark',
        against.dressed,
        against.dressed / against.bare,
      ],
      [
        'the same: our painter, until what is in view is painted',
        against.seen,
        judged(against.seen / against.bare, 1),
      ],
      ['the same: our painter, all of it at once', against.ours, against.ours / against.bare],
      ['1k words, 100: what is in view', scaled['short paint'], ''],
      ['10k words, 1,000: what is in view', scaled['middle paint'], ''],
      [
        '100k words, 5,000: what is in view',
        scaled['long paint'],
        judged(scaled['long paint'] / scaled['short paint'], 1.5),
      ],
      ['1k words, 100: one more', scaled['short add'], ''],
      [
        '10k words, 1,000: one more',
        scaled['middle add'],
        judged(scaled['middle add'], frame, ' ms'),
      ],
      [
        '100k words, 5,000: one more',
        scaled['long add'],
        judged(scaled['long add'] / scaled['short add'], 1.5),
      ],
    ],
  )
} finally {
  await browser.close()
}
