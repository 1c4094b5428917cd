import { type FSWatcher, statSync, watch } from 'node:fs'

const lookMilliseconds = 500

/**
 * Tells of every change in a folder and below it. A folder that is removed or replaced is told too, which the system
 * does not always do, and is watched again once it is back. Gives a function that ends the watching.
 */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let known = identityOf(folder)
  let watcher = open(folder, onChange)
  const look = setInterval(() => {
    const present = identityOf(folder)
    if (present === known) return
    known = present
    watcher?.close()
    watcher = open(folder, onChange)
    onChange()
  }, lookMilliseconds)
  return () => {
    clearInterval(look)
    watcher?.close()
  }
}

/** A watcher, or nothing while there is no folder. */
function open(folder: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { recursive: true }, onChange)
    // What goes wrong below (a folder that vanishes while it is listed) shows as a change at the next look.
    return watcher.on('error', onChange)
  } catch {
    return undefined
  }
}

function identityOf(folder: string): string | undefined {
  const status = statSync(folder, { throwIfNoEntry: false })
  return status === undefined ? undefined : `${status.dev}:${status.ino}`
}
