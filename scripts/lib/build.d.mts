export function staleness(root: string): string | undefined
export function ensureBuilt(root: string, options?: { verbose?: boolean }): Promise<boolean>
