// Names with `/` between them make a tree: the paths of files, and tags.

/** Whether a path is another one, or lies beneath it. */
export const isBeneath = (path: string, above: string): boolean =>
  path === above || path.startsWith(`${above}/`)
