import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Serving, serving } from '../testing/command-line.ts'

describe('a tracker that is told to stop', () => {
  let folder: string
  let tracker: Serving
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sevenstep-stopping-'))
    tracker = await serving({
      // Nobody signs in, so the demo need not be filled.
      DEMO: '0',
      ENTRA_TENANT_ID: '8f0a3b52-6c1f-4f0e-9d55-0f2f3f0a0001',
      ENTRA_CLIENT_ID: '8f0a3b52-6c1f-4f0e-9d55-0f2f3f0a00ff',
      DATA_DIRECTORY: folder,
      STOP_DELAY_SECONDS: '3',
      COMMIT: '0123abc',
    })
  })
  afterAll(async () => {
    tracker.child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  it('says so to balancers first, answers what is under way, and ends', async () => {
    const { url, child, lines } = tracker
    expect(await (await fetch(`${url}/version`)).json()).toMatchObject({ name: 'sevenstep-tracker', commit: '0123abc' })
    await fetch(`${url}/sign-in?return=%2Fsearch%3Fq%3Dconfidential`)
    const slow = connect(Number(new URL(url).port), 'localhost')
    let heard = ''
    slow.on('data', (part) => {
      heard += part.toString()
    })
    const body = 'theme=dark&return=%2Fsign-in'
    const head = [
      'POST /preferences HTTP/1.1',
      `Host: ${new URL(url).host}`,
      `Origin: ${url}`,
      `Content-Length: ${body.length}`,
    ]
    slow.write(`${head.join('\r\n')}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${body.slice(0, 5)}`)
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    await expect.poll(() => told(`${url}/readyz`)).toBe('503 stopping')
    const alive = await fetch(`${url}/livez`)
    expect([alive.status, alive.headers.get('Connection')]).toEqual([200, 'close'])
    await expect.poll(() => told(`${url}/livez`)).toBe('no answer')
    slow.write(body.slice(5))
    await once(slow, 'close')
    expect(heard).toMatch(/^HTTP\/1\.1 303 /)
    expect(await exit).toEqual([0, null])
    const log = lines.filter((line) => line.startsWith('{')).map((line): Record<string, unknown> => JSON.parse(line))
    expect(log.at(-1)).toMatchObject({ msg: 'The tracker has stopped.' })
    expect(log).toContainEqual(
      expect.objectContaining({
        method: 'GET',
        route: '/sign-in',
        status: 200,
        requestId: expect.stringMatching(/^req_/),
      }),
    )
    expect(lines.join('\n')).not.toContain('confidential')
  })
})

async function told(address: string): Promise<string> {
  const answer = await fetch(address).catch(() => undefined)
  return answer === undefined ? 'no answer' : `${answer.status} ${await answer.text()}`
}
