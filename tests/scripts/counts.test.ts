import { describe, expect, it } from 'vitest'
import {
  countPlaywright,
  countTap,
  countVitest,
  judged,
  none,
  summaryLine,
  total,
} from '../../scripts/lib/counts.mjs'

describe('the counts of a test run', () => {
  it('come from vitest’s report, where a file that does not load is a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(countVitest(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  it('come from Playwright’s report, with errors outside tests', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }
    expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('come from the end of node’s report', () => {
    const tap = '# tests 7\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n'
    expect(countTap(tap)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })

  it('are a failure when no test ran, or when the runner failed without a failed test', () => {
    expect(judged(none, true).failed).toBe(1)
    expect(judged({ ...none, skipped: 2 }, true).failed).toBe(1)
    expect(judged({ ...none, passed: 9 }, false).failed).toBe(1)
    expect(judged({ ...none, passed: 9 }, true)).toEqual({ passed: 9, failed: 0, skipped: 0 })
    expect(judged({ ...none, failed: 2 }, false).failed).toBe(2)
  })

  it('add up to one line, in which skips are named only when there are any', () => {
    const all = total([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 0 },
    ])
    expect(summaryLine(all)).toBe('3 passed, 1 failed')
    expect(summaryLine({ ...all, skipped: 4 })).toBe('3 passed, 1 failed, 4 skipped')
  })
})
