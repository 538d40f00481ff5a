// Electron's words for printing to PDF, in DevTools' words. Both measure in inches.
'use strict'

const { unsupported } = require('./unsupported.cjs')

const SIZES = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}
const SAME = [
  'displayHeaderFooter',
  'footerTemplate',
  'generateDocumentOutline',
  'generateTaggedPDF',
  'headerTemplate',
  'landscape',
  'pageRanges',
  'preferCSSPageSize',
  'printBackground',
  'scale',
]

/** @param {Record<string, any>} options of `printToPDF`. Throws on one that is not known. */
function printOptions({ pageSize = 'Letter', margins = {}, ...others }) {
  const strange = Object.keys(others).find((name) => !SAME.includes(name))
  if (strange) throw unsupported(`printToPDF option ${strange}`)
  const size = SIZES[pageSize] ?? [pageSize.width, pageSize.height]
  if (!(size[0] > 0 && size[1] > 0))
    throw new Error(`Invalid pageSize: ${JSON.stringify(pageSize)}`)
  const { top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 } = margins
  return {
    ...others,
    paperWidth: size[0],
    paperHeight: size[1],
    marginTop: top,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
  }
}

module.exports = { printOptions }
