// Reads how many tests passed, failed and were skipped from what each test runner leaves behind.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Readonly<Counts>} */
export const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * From vitest's JSON reporter. A file that could not be loaded counts as one failure.
 * @param {string} json
 * @returns {Counts}
 */
export function countVitest(json) {
  const report = JSON.parse(json)
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults ?? []
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * From Playwright's JSON reporter. Errors outside tests count as failures of their own.
 * @param {string} json
 * @returns {Counts}
 */
export function countPlaywright(json) {
  const { stats, errors = [] } = JSON.parse(json)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * From the closing lines of node's TAP reporter.
 * @param {string} tap
 * @returns {Counts}
 */
export function countTap(tap) {
  const value = (/** @type {string} */ name) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0)
  return {
    passed: value('pass'),
    failed: value('fail') + value('cancelled'),
    skipped: value('skipped') + value('todo'),
  }
}

/**
 * What a stage counts as: its own report, but never a success when its program failed or when it
 * ran no test.
 * @param {Counts} counts
 * @param {boolean} succeeded whether its program ended with 0
 * @returns {Counts}
 */
export function judged(counts, succeeded) {
  const ran = counts.passed + counts.failed > 0
  if (counts.failed > 0 || (succeeded && ran)) return counts
  return { ...counts, failed: 1 }
}

/**
 * @param {readonly Counts[]} list
 * @returns {Counts}
 */
export function total(list) {
  return list.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    none,
  )
}

/**
 * The last line of a test run.
 * @param {Counts} counts
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}
