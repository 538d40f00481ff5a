// Node compiles a regular expression twice: to what is interpreted, and to what runs fast the second time it
// is used. What reads an article uses hundreds of them a few times each, and that is most of its work.

/** Node's major versions that are known to have the flag: others would not start with it. */
const newestKnown = 24

/** Arguments for Node by which each is compiled once, to what runs fast. Only for the start of a process. */
export const quickRegexps: readonly string[] =
  Number.parseInt(process.versions.node, 10) <= newestKnown ? ['--no-regexp-tier-up'] : []
