/** A file with its path below what was dropped or picked. */
export interface NamedFile {
  readonly path: string
  readonly file: File
}

/** Every file of what was dropped, with folders walked through, in the order of their paths. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly NamedFile[]> {
  // The entries have to be taken before anything is awaited: the browser empties the transfer after the event.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const found = (await Promise.all(entries.map(filesBelow))).flat()
  return found.toSorted((left, right) => (left.path < right.path ? -1 : 1))
}

/** The files of a file field. */
export function pickedFiles(list: FileList): readonly NamedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly NamedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  if (!isFolder(entry)) return []
  const children = await entriesOf(entry)
  return (await Promise.all(children.map(filesBelow))).flat()
}

/** The reader hands out a hundred entries at a time, and an empty list when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (some.length === 0) return all
    all.push(...some)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
