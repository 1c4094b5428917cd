import type { Context } from 'hono'
import { Failure } from '../../domain/failure.ts'

/** What uploads may take of the process's memory together. */
export interface UploadBudgetLimits {
  /** Bytes of bodies under way at once. An upload of more than this waits until it is alone. */
  readonly bytes: number
  /** Uploads that may wait for their turn. */
  readonly waiting: number
  /** How long each waits, in milliseconds. */
  readonly patience: number
}

/** Gives back what an upload had reserved; more than once does no harm. */
export type Release = () => void

/** A budget of bytes for uploads under way; who comes first goes first. */
export interface UploadBudget {
  /**
   * Reserves room for a body before any of it is read.
   *
   * @throws Failure `too-many-requests` where too many wait already, or the wait took too long
   */
  readonly reserve: (bytes: number) => Promise<Release>
}

interface Waiting {
  readonly bytes: number
  readonly admit: () => void
}

/** Opens a budget. */
export function openUploadBudget(limits: UploadBudgetLimits): UploadBudget {
  const queue: Waiting[] = []
  let left = limits.bytes
  function admitNext(): void {
    for (let next = queue[0]; next !== undefined && next.bytes <= left; next = queue[0]) {
      queue.shift()
      left -= next.bytes
      next.admit()
    }
  }
  async function reserve(wanted: number): Promise<Release> {
    const bytes = Math.min(wanted, limits.bytes)
    if (queue.length >= limits.waiting) throw tooManyUploads()
    await new Promise<void>((resolve, reject) => {
      const refuse = setTimeout(() => {
        queue.splice(queue.indexOf(mine), 1)
        reject(tooManyUploads())
        // Smaller ones behind it may fit.
        admitNext()
      }, limits.patience)
      const mine: Waiting = {
        bytes,
        admit: () => {
          clearTimeout(refuse)
          resolve()
        },
      }
      queue.push(mine)
      admitNext()
    })
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      left += bytes
      admitNext()
    }
  }
  return { reserve }
}

/** One for the whole process, as its memory is: two of the largest uploads at once. */
const ofProcess = openUploadBudget({ bytes: 110_000_000, waiting: 12, patience: 10_000 })

/**
 * Reserves room for the body of a request: as much as it says it has, or the most it may have where it does not say.
 *
 * @throws Failure `too-many-requests`
 */
export async function reserveUpload({ req }: Pick<Context, 'req'>, largest: number): Promise<Release> {
  const length =
    req.header('Transfer-Encoding') === undefined ? Number(req.header('Content-Length') ?? Number.NaN) : largest
  return ofProcess.reserve(length >= 0 && length <= largest ? length : largest)
}

function tooManyUploads(): Failure {
  return new Failure('too-many-requests', {
    what: {
      en: 'Too many files are being sent at once. Yours were not taken.',
      nl: 'Er worden te veel bestanden tegelijk verstuurd. Die van u zijn niet aangenomen.',
    },
    why: {
      en: 'Uploads under way take memory, and there is room for a few large ones at a time.',
      nl: 'Uploads die bezig zijn kosten geheugen, en er is plaats voor enkele grote tegelijk.',
    },
    fix: { en: 'Try again in half a minute.', nl: 'Probeer het over een halve minuut opnieuw.' },
  })
}
