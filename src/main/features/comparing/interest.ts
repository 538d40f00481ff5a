// Who wants which comparison. Whoever shows one wants that one and no other; one that nobody wants any
// more need not be made. A window that vanished is forgotten once enough others have come.

export interface Interest {
  /** What this holder wanted before is no longer wanted by it. Gives what nobody wants any more. */
  want(holder: string, id: string): readonly string[]
  /** Gives what nobody wants any more. */
  leave(holder: string): readonly string[]
  isWanted(id: string): boolean
  /** Gives what was wanted. */
  clear(): readonly string[]
}

/** How many holders there may be; of more, those who asked least lately are forgotten. */
const mostHolders = 32

export function createInterest(): Interest {
  /** By holder; who asked last is last. */
  const wanted = new Map<string, string>()
  const isWanted = (id: string): boolean => [...wanted.values()].includes(id)

  const unwanted = (holders: readonly string[], besides?: string): readonly string[] => {
    const ids = holders.flatMap((holder) => wanted.get(holder) ?? [])
    for (const holder of holders) wanted.delete(holder)
    return [...new Set(ids)].filter((id) => id !== besides && !isWanted(id))
  }
  return {
    want(holder, id) {
      const others = [...wanted.keys()].filter((each) => each !== holder)
      const vanished = others.slice(0, Math.max(0, others.length + 1 - mostHolders))
      const left = unwanted([holder, ...vanished], id)
      wanted.set(holder, id)
      return left
    },
    leave: (holder) => unwanted([holder]),
    isWanted,
    clear: () => unwanted([...wanted.keys()]),
  }
}
