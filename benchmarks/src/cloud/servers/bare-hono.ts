import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { tellParent } from './tell-parent.ts'

/** What the bare server is given: keys to verify with, the audience, an answer for each path, whether tokens are remembered. */
export interface BareServerInput {
  readonly keys: JSONWebKeySet
  readonly audience: string
  readonly answers: Readonly<Record<string, string>>
  readonly remembers: boolean
}

// Given by the measurement that starts this.
const { keys, audience, answers, remembers } = JSON.parse(process.argv[2] ?? '{}') as BareServerInput
const keySet = createLocalJWKSet(keys)
const known = new Set<string>()

/** Answers what the emulator answered, to whoever shows the same token. */
const app = new Hono()
app.get('*', async (context) => {
  const token = context.req.header('authorization')?.replace(/^Bearer /, '') ?? ''
  try {
    if (!known.has(token)) await jwtVerify(token, keySet, { algorithms: ['RS256'], audience })
    if (remembers) known.add(token)
  } catch {
    return context.text('Who are you?', 401)
  }
  const answer = answers[context.req.path]
  return answer === undefined ? context.notFound() : context.json(JSON.parse(answer))
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => tellParent(`http://127.0.0.1:${port}`))
