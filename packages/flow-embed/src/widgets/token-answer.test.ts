import { expect, test } from 'vitest'
import { tokenFor } from './token-answer.ts'

const now = Date.UTC(2026, 10, 20, 12)
const tokenWith = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.fake`
const living = (seconds: number) => tokenWith({ exp: now / 1000 + seconds })

/** Gives the answers one after the other, and keeps what was asked. */
function giving(...answers: readonly unknown[]) {
  const asked: boolean[] = []
  const getToken = async ({ forceRefresh }: { forceRefresh: boolean }) => {
    asked.push(forceRefresh)
    const answer = answers[asked.length - 1]
    if (answer instanceof Error) throw answer
    // What a page written in JavaScript gives may be anything.
    return answer as string
  }
  return { asked, getToken }
}

test('a token that lives long enough is handed on as it is', async () => {
  const { asked, getToken } = giving(living(121))
  expect(await tokenFor(getToken, undefined, now)).toBe(living(121))
  expect(asked).toEqual([false])
})

test('one that soon runs out is asked for anew, once', async () => {
  const { asked, getToken } = giving(living(60), living(3600))
  expect(await tokenFor(getToken, undefined, now)).toBe(living(3600))
  expect(asked).toEqual([false, true])
})

test('one that is short also after that is still good; one that has run out is not', async () => {
  expect(await tokenFor(giving(living(60), living(60)).getToken, undefined, now)).toBe(living(60))
  const failure = await tokenFor(giving(living(-1), living(-1)).getToken, undefined, now).catch((error) => error)
  expect(failure).toMatchObject({ code: 'token-expired' })
  expect(JSON.stringify(failure) + failure.message).not.toContain(living(-1))
})

test.each([['opaque'], ['a.b.c'], [tokenWith({ exp: 'soon' })], [`x.${'ü'}.y`]])(
  'what cannot be read is handed on: %s',
  async (token) => {
    expect(await tokenFor(giving(token).getToken, undefined, now)).toBe(token)
  },
)

test.each([[new Error('popup blocked')], [undefined], [''], [{ token: 'x' }]])('%s is a failure', async (answer) => {
  await expect(tokenFor(giving(answer).getToken, undefined, now)).rejects.toMatchObject({ code: 'token-failed' })
})
