import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Serving, serving } from '../testing/command-line.ts'

describe('a tracker that is told to stop', () => {
  let folder: string
  let tracker: Serving
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sevenstep-stopping-'))
    tracker = await serving({
      DATA_DIRECTORY: folder,
      STOP_DELAY_SECONDS: '2',
      COMMIT: '0123abc',
    })
  }, 120_000)
  afterAll(async () => {
    tracker.child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  it('says so to balancers first, answers what is under way, and ends', { timeout: 60_000 }, async () => {
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
    await wait(300)
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    await wait(500)
    const asked = await fetch(`${url}/readyz`)
    expect([asked.status, await asked.text()]).toEqual([503, 'stopping'])
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    await wait(2_500)
    await expect(fetch(`${url}/livez`)).rejects.toThrow()
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
