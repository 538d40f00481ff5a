// A thousand files of every format put into a library by the command line, against what the bare
// libraries need to parse the same files one after another in one thread, without writing anything.
// Prints files a second, the ratio, and the most memory that the command held.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readability } from '@mozilla/readability'
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PostalMime from 'postal-mime'
import { SaxesParser } from 'saxes'
import { importSources, root } from './lib/bundle.mjs'
import { judged, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const count = Number(process.env.PARALLAX_ADD ?? sized(1_000, 18))
const goal = 1.2
const megabyte = 1024 * 1024

const { formatFacts, sampleFiles } = await importSources(
  'add',
  `export { formatFacts } from './src/shared/formats.ts'
   export { sampleFiles } from './tests/fixtures/formats.ts'`,
)

const asText = (bytes) => new TextDecoder().decode(bytes)
const extract = (html) => new Readability(parseHTML(html).document).parse()?.textContent.length
const xml = (text) => {
  let length = 0
  const parser = new SaxesParser()
  parser.on('text', (piece) => (length += piece.length))
  parser.write(text).close()
  return length
}
const zipped = (bytes, wanted) =>
  Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
    wanted.test(name) ? [asText(content)] : [],
  )

/** The library that reads the format, and no more. */
const bare = {
  text: (bytes) => asText(bytes).split('\n\n').length,
  markdown: (bytes) =>
    fromMarkdown(asText(bytes), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  html: (bytes) => extract(asText(bytes)),
  mhtml: async (bytes) => extract((await PostalMime.parse(bytes)).html ?? ''),
  epub: (bytes) => zipped(bytes, /\.x?html$/).map(extract),
  docx: (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
  odt: (bytes) => zipped(bytes, /^content\.xml$/).map(xml),
  // No library of the registry gives the text of RTF: its words without its control words.
  rtf: (bytes) =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/\\[a-z]+-?\d* ?|[{}]/g, '').length,
  async pdf(bytes) {
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false })
    const document = await task.promise
    for (let n = 1; n <= document.numPages; n++) await (await document.getPage(n)).getTextContent()
    await task.destroy()
  },
}

const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-add-'))
try {
  const from = join(folder, 'from')
  await mkdir(from)
  const files = []
  const samples = sampleFiles()
  const formats = Object.keys(formatFacts)
  for (let n = 0; n < count; n++) {
    const format = formats[n % formats.length]
    const path = join(from, `${n}${extname(samples[format].name)}`)
    await writeFile(path, contentOf(format, samples[format].bytes, n))
    files.push({ format, path })
  }

  const start = performance.now()
  for (const { format, path } of files) await bare[format](await readFile(path))
  const bareTime = performance.now() - start

  const library = join(folder, 'library')
  await mkdir(library)
  const added = await run([join(root, 'out/main/cli.js'), 'add', library, from])

  console.log(`${count} files of ${formats.length} formats\n`)
  printTable(
    ['', 'ms', 'files a second', 'to bare', 'most memory, MB'],
    [
      [
        'the bare libraries, one thread, nothing written',
        bareTime,
        (count / bareTime) * 1000,
        1,
        '',
      ],
      [
        'parallax add, two workers, every file written and synced',
        added.time,
        (count / added.time) * 1000,
        judged(added.time / bareTime, goal),
        added.memory / megabyte,
      ],
    ],
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** Texts differ, so that no file is a copy of another; what is packed is as it comes. */
function contentOf(format, bytes, n) {
  const story = paragraphs(700, n)
  if (format === 'text') return story.join('\n\n')
  if (format === 'markdown') return `# Story ${n}\n\n${story.join('\n\n')}\n`
  if (format === 'html')
    return `<!doctype html><html><head><title>Story ${n}</title></head><body><nav><a href="/">Home</a></nav><article><h1>Story ${n}</h1>${story.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
  return bytes
}

/** Runs a command; gives its milliseconds and the most bytes it held, where the system tells. */
async function run(args) {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let memory = Number.NaN
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
    if (peak !== undefined) memory = Number(peak) * 1024
  }, 50)
  const code = await new Promise((done) => child.once('exit', done))
  clearInterval(watch)
  if (code !== 0) throw new Error(`parallax add ended with ${code}`)
  return { time: performance.now() - start, memory }
}
