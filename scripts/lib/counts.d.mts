export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
export const none: Counts
export function countVitest(json: string): Counts
export function countPlaywright(json: string): Counts
export function countTap(tap: string): Counts
export function judged(counts: Counts, succeeded: boolean): Counts
export function total(list: readonly Counts[]): Counts
export function summaryLine(counts: Counts): string
