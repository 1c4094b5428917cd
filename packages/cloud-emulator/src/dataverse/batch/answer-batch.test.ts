import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'
import { parseBatch } from './parse-batch.ts'

const type = 'multipart/mixed; boundary="batch_1"'

const request = (line: string, body?: unknown, headers: readonly string[] = []) =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...headers,
    '',
    `${line} HTTP/1.1`,
    'Content-Type: application/json',
    '',
    body === undefined ? '' : JSON.stringify(body),
  ].join('\r\n')

const multipart = (boundary: string, parts: readonly string[]) =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`

const changeSet = (...parts: readonly string[]) =>
  `Content-Type: multipart/mixed; boundary=change_1\r\n\r\n${multipart('change_1', parts)}`

const publisher = (name: string) => ({
  uniquename: name,
  friendlyname: name,
  customizationprefix: 'new',
  customizationoptionvalueprefix: 10000,
})

const statuses = (body: unknown) =>
  [...String(body).matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

describe('a batch', () => {
  it('is answered in order, with absolute, rooted and relative addresses', () => {
    const { batch } = organizationOfTests()
    const parts = [
      request('GET https://orgfabrikam.crm4.dynamics.com/api/data/v9.2/WhoAmI()'),
      request('GET /api/data/v9.0/roles?$select=name'),
      request('POST publishers', publisher('one')),
    ]
    const answer = batch(type, multipart('batch_1', parts))
    expect(answer.status).toBe(200)
    expect(answer.headers?.['content-type']).toMatch(/^multipart\/mixed; boundary=batchresponse_/)
    expect(statuses(answer.body)).toEqual([200, 200, 204])
    expect(answer.body).toContain('OData-EntityId: https://orgfabrikam.crm4.dynamics.com/api/data/v9.2/publishers(')
  })

  it('stops at the first failure, whose status it takes', () => {
    const { batch, organization } = organizationOfTests()
    const parts = [
      request('POST publishers', publisher('one')),
      request('GET nothings'),
      request('POST publishers', publisher('two')),
    ]
    const answer = batch(type, multipart('batch_1', parts))
    expect([answer.status, statuses(answer.body)]).toEqual([404, [204, 404]])
    expect(Object.values(organization.tables.publisher ?? {}).map(({ uniquename }) => uniquename)).toEqual([
      expect.any(String),
      'one',
    ])
  })

  it('goes on after a failure where that is preferred', () => {
    const { batch } = organizationOfTests()
    const parts = [request('GET nothings'), request('GET roles')]
    const answer = batch(type, multipart('batch_1', parts), 'odata.continue-on-error')
    expect([answer.status, statuses(answer.body)]).toEqual([200, [404, 200]])
  })

  it('does a change set whole, with references to what it made', () => {
    const { batch, send } = organizationOfTests()
    const set = changeSet(
      request('POST publishers', publisher('maker'), ['Content-ID: 1']),
      request(
        'POST solutions',
        { uniquename: 'made', friendlyname: 'Made', version: '1.0.0.0', 'publisherid@odata.bind': '$1' },
        ['Content-ID: 2'],
      ),
      request('PATCH $2', { friendlyname: 'Renamed' }, ['Content-ID: 3']),
    )
    const answer = batch(type, multipart('batch_1', [set]))
    expect([answer.status, statuses(answer.body)]).toEqual([200, [204, 204, 204]])
    expect(answer.body).toContain('Content-ID: 2')
    expect(
      send('GET', "solutions?$filter=uniquename eq 'made'&$expand=publisherid($select=uniquename)").body,
    ).toMatchObject({
      value: [{ friendlyname: 'Renamed', publisherid: { uniquename: 'maker' } }],
    })
  })

  it.each([
    ['a fault in the last request', request('POST publishers', { uniquename: 'x' }), 400],
    ['a reference forward', request('PATCH $9', { friendlyname: 'x' }), 400],
    ['a row that is not there', request('DELETE publishers(00000000-0000-4000-8000-000000000000)'), 404],
  ])('changes nothing where a change set fails: %s', (_name, last, status) => {
    const { batch, organization, environment } = organizationOfTests()
    const before = JSON.stringify([{ ...organization, version: 0 }, environment.connectors])
    const connector = { name: 'new_cars', displayname: 'Cars', connectortype: 1, openapidefinition: '{}' }
    const set = changeSet(request('POST publishers', publisher('one')), request('POST connectors', connector), last)
    const answer = batch(type, multipart('batch_1', [set]))
    expect([answer.status, statuses(answer.body)]).toEqual([status, [status]])
    expect(JSON.stringify([{ ...organization, version: 0 }, environment.connectors])).toBe(before)
  })

  it('names a reference that leads nowhere', () => {
    const { batch } = organizationOfTests()
    const answer = batch(type, multipart('batch_1', [request('GET $1')]))
    expect(answer.body).toContain("Content-ID Reference: '$1' does not exist in the batch context.")
  })

  it.each([
    ['no boundary', 'application/json', multipart('batch_1', [])],
    ['a read in a change set', type, multipart('batch_1', [changeSet(request('GET roles'))])],
    ['a batch in a batch', type, multipart('batch_1', [request('POST $batch')])],
    ['no request line', type, multipart('batch_1', ['Content-Type: application/http\r\n\r\nnothing here at all'])],
    [
      'too many requests',
      type,
      multipart(
        'batch_1',
        Array.from({ length: 1001 }, () => request('GET roles')),
      ),
    ],
    ['an address that is too long', type, multipart('batch_1', [request(`GET roles?x=${'y'.repeat(70_000)}`)])],
  ])('is refused: %s', (_name, contentType, body) => {
    expect(organizationOfTests().batch(contentType, body).status).toBe(400)
  })

  it.each([
    ['line feeds alone', (body: string) => body.replaceAll('\r\n', '\n'), type],
    [
      'an empty line in front, boundary without quotes',
      (body: string) => `\r\n${body}`,
      'multipart/mixed;boundary=batch_1',
    ],
    ['no last boundary', (body: string) => body.replace('--batch_1--', ''), type],
    [
      'words before and after',
      (body: string) => `ignore\r\n${body}ignore`,
      'multipart/mixed; charset=utf-8; boundary=batch_1',
    ],
  ])('is read as other clients write it: %s', (_name, change, contentType) => {
    const parts = [request('GET roles'), request('GET solutions')]
    const { batch } = organizationOfTests()
    expect(statuses(batch(contentType, change(multipart('batch_1', parts))).body)).toEqual([200, 200])
  })

  it('reads back bodies that were written, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { maxLength: 5 }), (bodies) => {
        const parts = bodies.map(
          (body) =>
            `Content-Type: application/http\r\n\r\nPOST x HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${body}`,
        )
        const read = parseBatch(type, multipart('batch_1', parts))
        expect(read.map((part) => part.kind === 'request' && part.request.body)).toEqual(
          bodies.map((body) => body.trim()),
        )
      }),
    )
  })

  it('is taken apart or refused, whatever it is', () => {
    const pieces = fc.constantFrom(
      '--batch_1',
      '--batch_1--',
      '\r\n',
      'Content-Type: multipart/mixed; boundary=c',
      '--c',
      'GET x HTTP/1.1',
      'Content-ID: $',
      ': x',
      ' ',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('\r\n')),
    )
    fc.assert(
      fc.property(texts, fc.oneof(fc.constant(type), fc.string()), (text, contentType) => {
        try {
          parseBatch(contentType, text)
        } catch (failure) {
          expect(failure).toBeInstanceOf(EmulatedFailure)
        }
      }),
    )
  })
})
