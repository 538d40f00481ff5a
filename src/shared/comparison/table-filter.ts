// Which rows of the fact table are shown. Apart from the schemas, which the window does not load.

export const tableFilters = ['all', 'shared', 'only', 'missing'] as const
export type TableFilter = (typeof tableFilters)[number]
