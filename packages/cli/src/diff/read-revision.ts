import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Connector, type GivenFile, readConnector } from '@sevenstep/connector-schema'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

const run = promisify(execFile)
const maxBytes = 64 * 1024 * 1024

/** A git revision and a path in it, relative to the folder the command runs in. */
export interface Revision {
  readonly revision: string
  readonly path: string
}

/** Takes `HEAD~1:folder` apart; nothing when there is no colon, or nothing on either side of it that git could mean. */
export function splitRevision(text: string): Revision | undefined {
  const colon = text.indexOf(':')
  if (colon <= 0 || text.startsWith('-') || /^[a-z]:[\\/]/i.test(text)) return undefined
  return { revision: text.slice(0, colon), path: text.slice(colon + 1) || '.' }
}

/**
 * Reads a connector's folder as it was in a git revision, through the git that is installed.
 *
 * @throws Failure when git is missing, or the revision or path does not exist.
 */
export async function readRevision({ revision, path }: Revision, console: Console): Promise<Connector> {
  const tree = await git(['rev-parse', '--verify', '--end-of-options', `${revision}^{tree}`], console)
  const prefix = (await git(['rev-parse', '--show-prefix'], console)).toString().trim()
  const folder = normalise(`${prefix}${path}`)
  const listed = await git(
    ['ls-tree', '-r', '-z', '--name-only', tree.toString().trim(), '--', folder === '' ? '.' : `${folder}/`],
    console,
    true,
  )
  const names = listed.toString().split('\0').filter(Boolean)
  if (names.length === 0) {
    throw new Failure(
      exitCodes.unreadable,
      `${revision}:${path} holds no files.`,
      'git knows the revision, but not this folder in it.',
      `Check the path; "git ls-tree ${revision}" shows what is there.`,
    )
  }
  const files = await Promise.all(names.map((name) => readBlob(tree.toString().trim(), name, folder, console)))
  return readConnector(files, { name: folder.split('/').at(-1) ?? '', isWholeFolder: true })
}

async function readBlob(tree: string, name: string, folder: string, console: Console): Promise<GivenFile> {
  const path = folder === '' ? name : name.slice(folder.length + 1)
  return { path, content: new Uint8Array(await git(['cat-file', 'blob', `${tree}:${name}`], console)) }
}

function normalise(path: string): string {
  const steps: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function git(words: readonly string[], console: Console, fromRoot = false): Promise<Buffer> {
  try {
    const place = fromRoot ? ['-C', (await git(['rev-parse', '--show-toplevel'], console)).toString().trim()] : []
    const { stdout } = await run('git', [...place, ...words], {
      cwd: console.folder,
      encoding: 'buffer',
      maxBuffer: maxBytes,
    })
    return stdout
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new Failure(
      exitCodes.unreadable,
      'git could not give the files of that revision.',
      text || (error instanceof Error ? error.message : String(error)),
      'Check the revision and the path, and that git is installed and the folder is a repository.',
    )
  }
}
