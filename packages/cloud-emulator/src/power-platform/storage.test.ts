import { beforeAll, describe, expect, it } from 'vitest'
import { defaultEntrance } from '../seed/default-seed.ts'
import type { RunningEmulator } from '../start-emulator.ts'
import { powerApps } from './fixtures/cars.ts'
import { environment, startedEmulator, textAt, visitorOf } from './fixtures/visitor.ts'

let emulator: RunningEmulator
let signed: (blob: string, query?: string) => string

beforeAll(async () => {
  emulator = await startedEmulator()
  const admin = visitorOf(emulator, { user: defaultEntrance.user })
  const address = `${powerApps}/objectIds/me/generateResourceStorage?api-version=2016-11-01`
  const storage = await admin.ask('POST', address, { environment: { name: environment } })
  const [container = '', signature = ''] = textAt(storage.body, 'sharedAccessSignature').split('?')
  signed = (blob, query = '') => `${container}/${blob}?${signature}${query}`
})

const upload = { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: 'content' }

async function codeOf(response: Response): Promise<string | undefined> {
  return /<Code>([^<]+)<\/Code>/.exec(await response.text())?.[1]
}

describe('a signed container', () => {
  it('has a host that clients can take apart', () => {
    expect(signed('icon.png')).toMatch(/\/https\/[a-z0-9]{3,24}\.blob\.core\.windows\.net\//)
  })

  it('takes a file in one piece and gives it back to anybody who holds the address', async () => {
    const put = await fetch(signed('icon.png'), {
      ...upload,
      headers: { ...upload.headers, 'content-type': 'image/png' },
    })
    expect(put.status).toBe(201)
    const read = await fetch(signed('icon.png'))
    expect([read.headers.get('content-type'), await read.text()]).toEqual(['image/png', 'content'])
  })

  it('puts blocks together in the order of the list, whichever way they came', async () => {
    const [first, second] = [Buffer.from('1').toString('base64'), Buffer.from('2').toString('base64')]
    for (const [id, body] of [
      [second, 'world'],
      [first, 'hello '],
    ]) {
      const put = await fetch(signed('large.zip', `&comp=block&blockid=${encodeURIComponent(id ?? '')}`), {
        method: 'PUT',
        body: body ?? '',
      })
      expect(put.status).toBe(201)
    }
    expect((await fetch(signed('large.zip'))).status).toBe(404)
    const list = `<?xml version="1.0"?><BlockList><Latest>${first}</Latest><Latest>${second}</Latest></BlockList>`
    expect((await fetch(signed('large.zip', '&comp=blocklist'), { method: 'PUT', body: list })).status).toBe(201)
    expect(await (await fetch(signed('large.zip'))).text()).toBe('hello world')
    const missing = await fetch(signed('large.zip', '&comp=blocklist'), {
      method: 'PUT',
      body: '<BlockList><Latest>OTk=</Latest></BlockList>',
    })
    expect([missing.status, await codeOf(missing)]).toEqual([400, 'InvalidBlockList'])
  })

  it.each([
    [
      'a signature that was changed',
      (address: string) => address.replace(/sig=./, 'sig=%2B'),
      403,
      'AuthenticationFailed',
    ],
    [
      'rights that were changed',
      (address: string) => address.replace('sp=racwl', 'sp=racwdl'),
      403,
      'AuthenticationFailed',
    ],
    ['a later end', (address: string) => address.replace('se=2026', 'se=2027'), 403, 'AuthenticationFailed'],
    ['no signature', (address: string) => address.replace(/&sig=[^&]*/, ''), 404, 'ResourceNotFound'],
    ['another container', (address: string) => address.replace(/net\/\w+/, 'net/none'), 404, 'ContainerNotFound'],
  ])('refuses %s', async (_name, change, status, code) => {
    const response = await fetch(change(signed('x')), upload)
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })

  it('refuses everybody once its time is over', async () => {
    await fetch(signed('late.png'), upload)
    emulator.clock.advance(3_601_000)
    const response = await fetch(signed('late.png'))
    expect([response.status, await codeOf(response)]).toEqual([403, 'AuthenticationFailed'])
  })
})
