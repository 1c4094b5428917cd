import { eq, lt } from 'drizzle-orm'
import { signInAttempts } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import type { SignInAttempt } from '../../sign-in/attempt.ts'
import { attemptLifetime } from '../../sign-in/entra-sign-in.ts'

interface Services {
  readonly database: Database
  readonly clock: Clock
}

/** Keeps a sign-in until the browser comes back, and forgets those that never did. */
export async function rememberAttempt({ database, clock }: Services, attempt: SignInAttempt): Promise<void> {
  const forgotten = new Date(clock.now().getTime() - attemptLifetime)
  await database.within({ kind: 'tracker' }, async (transaction) => {
    await transaction.delete(signInAttempts).where(lt(signInAttempts.createdAt, forgotten))
    await transaction.insert(signInAttempts).values(attempt)
  })
}

/** Takes a sign-in out, so that it can be completed once only; undefined where there is none. */
export async function takeAttempt({ database }: Services, state: string): Promise<SignInAttempt | undefined> {
  const [attempt] = await database.within({ kind: 'tracker' }, (transaction) =>
    transaction.delete(signInAttempts).where(eq(signInAttempts.state, state)).returning(),
  )
  return attempt
}
