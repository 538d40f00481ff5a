// Which library is open, and which was until a moment ago. The one that is left stays open for writing
// until every window has said its last word about it: a note that was being typed, how it was arranged.

/** Milliseconds that a window has for its last word. */
const usualPatience = 5_000

export interface Held {
  /** Its id. */
  readonly path: string
  /** Finishes what is being written and lets go. */
  close(): Promise<void>
}

export interface OpenLibraries<L extends Held> {
  current(): L | null
  /** The library of this id, open or left only a moment ago; null for any other. */
  named(id: string | null): L | null
  /**
   * A library that was left a moment ago, for opening it again; null when it has to be opened anew,
   * after anyone who still holds it has let go.
   */
  takeBack(id: string): Promise<L | null>
  /**
   * Makes a library the open one. Resolves once the one before was let go, if nobody has a word to say.
   * @param windows ids of those that may have shown the one before
   */
  show(library: L, windows: readonly string[]): Promise<void>
  /** A window has nothing more to say of a library. */
  left(id: string, window: string): void
  /** Lets go of all, when what is being written is written. */
  close(): Promise<void>
}

interface Lingering<L> {
  readonly library: L
  readonly waitedFor: Set<string>
  readonly timer: ReturnType<typeof setTimeout>
}

/** @param patience milliseconds until a library is let go, whoever has not spoken */
export function createOpenLibraries<L extends Held>(patience = usualPatience): OpenLibraries<L> {
  let open: L | null = null
  const lingering = new Map<string, Lingering<L>>()
  const closing = new Map<string, Promise<void>>()

  const letGo = (library: L): Promise<void> => {
    const { path } = library
    const closed = Promise.all([closing.get(path), library.close()]).then(() => {
      if (closing.get(path) === closed) closing.delete(path)
    })
    closing.set(path, closed)
    return closed
  }

  const end = (id: string): Promise<void> => {
    const one = lingering.get(id)
    if (!one) return Promise.resolve()
    clearTimeout(one.timer)
    lingering.delete(id)
    return letGo(one.library)
  }

  const linger = (library: L, windows: readonly string[]): void => {
    lingering.set(library.path, {
      library,
      waitedFor: new Set(windows),
      timer: setTimeout(() => void end(library.path), patience),
    })
  }

  return {
    current: () => open,
    named: (id) => (open?.path === id ? open : (lingering.get(id ?? '')?.library ?? null)),
    async takeBack(id) {
      const one = lingering.get(id)
      if (one) return one.library
      await closing.get(id)
      return null
    },
    async show(library, windows) {
      const before = open
      open = library
      const back = lingering.get(library.path)
      if (back) clearTimeout(back.timer)
      lingering.delete(library.path)
      if (back && back.library !== library) await letGo(back.library)
      if (!before || before === library) return
      if (before.path === library.path || windows.length === 0) await letGo(before)
      else linger(before, windows)
    },
    left(id, window) {
      const one = lingering.get(id)
      one?.waitedFor.delete(window)
      if (one?.waitedFor.size === 0) void end(id)
    },
    async close() {
      for (const id of [...lingering.keys()]) void end(id)
      const last = open
      open = null
      if (last) void letGo(last)
      await Promise.all([...closing.values()])
    },
  }
}
