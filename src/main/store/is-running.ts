// Whether a process of this machine still runs.

/** True also for a process of another user, which may not be signalled. False for what is no process number. */
export function isRunning(pid: number): boolean {
  // To the system 0 and what is below it mean whole groups of processes, our own among them.
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
