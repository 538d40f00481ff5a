// What is open while an article is written: a chunk, in it a run of furniture, in these a list or a
// table. Blocks go into the innermost of them.
import type { Block } from '../../shared/model/article.ts'
import type { ArticlePen } from './article-pen.ts'
import { openRun } from './block-element.ts'
import { openTable, type TablePart } from './table-element.ts'

/** A list or a table that is being written: blocks with the same key go on with it. */
interface Group {
  readonly key: string
  readonly outer: HTMLElement
  /** Where its blocks go. */
  readonly inner: HTMLElement
}

export interface ArticleContainers {
  /** Blocks in the chunk. */
  readonly size: number
  readonly hasChunk: boolean
  readonly isInRun: boolean
  /** The key of the list or table; null outside of one. */
  readonly groupKey: string | null
  /** The chunk, made if there is none. */
  chunk(): HTMLElement
  /** Where what comes next goes. Makes a chunk if there is none. */
  innermost(): HTMLElement
  /** Begins the run of furniture of which this block is the first, unless it stands in one. */
  enterRun(blocks: readonly Block[], first: number): void
  /** Begins a list, or a table for its part, unless it stands in one. */
  enterGroup(key: string, part: TablePart | undefined): void
  closeGroup(): void
  closeRun(): void
  /** Closes all, with the white space up to an offset. */
  closeChunk(end: number): void
  /** Adds to the height that the chunk is taken to have, in em. */
  grow(height: number): void
  /** Says that a block, of so many em, was put into the chunk. */
  added(height: number): void
}

/** @param fragment where chunks go */
export function createContainers(
  document: Document,
  fragment: DocumentFragment,
  pen: ArticlePen,
): ArticleContainers {
  let chunk: HTMLElement | null = null
  let run: HTMLElement | null = null
  let group: Group | null = null
  let size = 0
  let height = 0

  const chunkNow = (): HTMLElement => {
    chunk ??= pen.open(fragment, 'chunk')
    return chunk
  }
  const innermost = (): HTMLElement => group?.inner ?? run ?? chunkNow()
  const closeGroup = (): void => {
    if (group?.inner !== group?.outer) pen.close(group?.inner)
    group = pen.close(group?.outer)
  }
  const closeRun = (): void => {
    run = pen.close(run)
  }

  return {
    get size() {
      return size
    },
    get hasChunk() {
      return chunk !== null
    },
    get isInRun() {
      return run !== null
    },
    get groupKey() {
      return group?.key ?? null
    },
    chunk: chunkNow,
    innermost,
    enterRun(blocks, first) {
      run ??= openRun(pen.open(chunkNow(), 'furniture-run'), blocks, first)
    },
    enterGroup(key, part) {
      group ??= openGroup(document, pen, innermost(), key, part)
    },
    closeGroup,
    closeRun,
    closeChunk(end) {
      closeGroup()
      closeRun()
      if (!chunk) return
      pen.separate(chunk, end)
      // In em, so that the estimate follows the reader's text size; `auto` keeps the true size once known.
      chunk.style.containIntrinsicBlockSize = `auto ${height.toFixed(1)}em`
      chunk = pen.close(chunk)
      size = 0
      height = 0
    },
    grow(more) {
      height += more
    },
    added(more) {
      size++
      height += more
    },
  }
}

function openGroup(
  document: Document,
  pen: ArticlePen,
  parent: HTMLElement,
  key: string,
  part: TablePart | undefined,
): Group {
  if (part) {
    const { outer, inner } = openTable(document, part)
    parent.append(pen.begin(outer))
    pen.begin(inner)
    return { key, outer, inner }
  }
  const list = pen.open(parent, 'list')
  list.setAttribute('role', 'list')
  return { key, outer: list, inner: list }
}
