// Every bench can be run small, in seconds: its figures say nothing then, only that it still runs.
// `npm test` does so with each (`npm run bench -- --small`).

export const isSmall = process.env.PARALLAX_BENCH_SMALL === '1'

/** How much a bench does: `full`, or `few` when it is only tried. */
export const sized = (full, few) => (isSmall ? few : full)
