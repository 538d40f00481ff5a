// How a loader says that a file cannot be read. Thrown, because a parser may find out at any depth;
// caught in `parse-article.ts` alone, where it becomes a value.
import type { ErrorCode } from '../../shared/errors.ts'

export class Refused extends Error {
  readonly code: ErrorCode
  readonly advice: string

  /**
   * @param code what kind of problem it is
   * @param what goes on after the file's name: "is protected by a password"
   * @param advice one sentence: what the reader can do
   */
  constructor(code: ErrorCode, what: string, advice: string) {
    super(what)
    this.name = 'Refused'
    this.code = code
    this.advice = advice
  }
}
