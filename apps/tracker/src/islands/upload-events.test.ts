import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type UploadEvent, uploadEvents } from './upload-events.ts'

async function read(...pieces: readonly (string | Uint8Array)[]): Promise<UploadEvent[]> {
  const encoder = new TextEncoder()
  async function* stream() {
    for (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece
  }
  const events: UploadEvent[] = []
  for await (const event of uploadEvents(stream())) events.push(event)
  return events
}

const file = { type: 'file', path: 'é/a.json', html: '<li>✓</li>' } as const
const done = { type: 'done', location: '/runs/1' } as const

describe('the events of an upload', () => {
  it('are read from whole lines, however the bytes arrive', async () => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(file)}\n\n${JSON.stringify(done)}\n`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), async (cuts) => {
        const places = [0, ...cuts.toSorted((left, right) => left - right), bytes.length]
        const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end))
        expect(await read(...pieces)).toEqual([file, done])
      }),
    )
  })

  it('may end without a line break', async () => {
    expect(await read(JSON.stringify(done))).toEqual([done])
  })

  it.each([
    ['no JSON', '<html>'],
    ['an unknown type', '{"type":"progress"}'],
    ['a file without its row', '{"type":"file","path":"a"}'],
    ['an address of somebody else', '{"type":"done","location":"https://elsewhere.example"}'],
    ['an address without scheme', '{"type":"done","location":"//elsewhere.example"}'],
    ['an address with a backslash', '{"type":"done","location":"/\\\\elsewhere.example"}'],
    ['null', 'null'],
  ])('are refused with %s', async (_, line) => {
    await expect(read(`${line}\n`)).rejects.toThrow()
  })
})
