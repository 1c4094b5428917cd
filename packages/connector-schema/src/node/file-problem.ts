import { quoteName } from '@sevenstep/package-archives'

/** Why a path could not be read, as a value to show to the person who gave it. */
export interface FileProblem {
  readonly code:
    | 'not-found'
    | 'not-a-folder'
    | 'not-a-file'
    | 'not-permitted'
    | 'not-readable'
    | 'too-large'
    | 'link-loop'
    | 'link-outside'
    | 'too-many-folders'
  /** The path as it was given, or joined to the one that was given. */
  readonly path: string
  readonly what: string
  readonly why: string
  readonly fix: string
}

const texts: Readonly<Record<FileProblem['code'], readonly [what: string, why: string, fix: string]>> = {
  'not-found': ['does not exist', 'There is nothing to read.', 'Check the spelling, and from which folder it counts.'],
  'not-a-folder': [
    'is not a folder',
    'A connector is a folder with its files.',
    'Give the folder that holds the file.',
  ],
  'not-a-file': ['is not a file', 'Devices, pipes and sockets may never end.', 'Put a regular file in its place.'],
  'not-permitted': [
    'may not be read by this user',
    'The system refused to open it.',
    'Give read permission, or run as a user who has it.',
  ],
  'not-readable': ['could not be read', 'The system reported a fault.', 'Copy it to a local disk and try again.'],
  'too-large': [
    'is too large to be read',
    'Files of a connector are at most a megabyte or so, and lists of thousands of people a few; a file this large is something else, or far more than is needed.',
    'Remove it, or export only what is asked for: of licences, the fields in question ($select), page by page.',
  ],
  'link-loop': [
    'leads back to a folder that holds it',
    'Following the link would never end; it was left out.',
    'Remove the symbolic link, or point it elsewhere.',
  ],
  'link-outside': [
    'leads out of the folder that is searched',
    'In a repository of somebody else’s such a link could show any file of this machine; it was left out.',
    'Name the folder it leads to as well, if that is yours to check.',
  ],
  'too-many-folders': [
    'holds more folders than are searched',
    'The search stopped, so connectors may have been missed.',
    'Give a folder further down.',
  ],
}

/** The problem of that kind with a path, in words; `detail` is put in brackets behind what was found. */
export function fileProblem(code: FileProblem['code'], path: string, detail = ''): FileProblem {
  const [what, why, fix] = texts[code]
  return { code, path, what: `${quoteName(path)} ${what}${detail === '' ? '' : ` (${detail})`}.`, why, fix }
}

/** The problem a failed call of the file system stands for. */
export function problemOfError(error: unknown, path: string): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return fileProblem('not-found', path)
  if (code === 'ENOTDIR') return fileProblem('not-a-folder', path)
  if (code === 'ELOOP') return fileProblem('link-loop', path)
  if (code === 'EACCES' || code === 'EPERM') return fileProblem('not-permitted', path)
  return fileProblem('not-readable', path, code || String(error).slice(0, 80))
}
