/**
 * What the server tells while it works, one JSON object a line (`application/x-ndjson`):
 *
 * - `{"type":"file","path":"…","html":"<li …>"}`: the row of one file; a second one for the same path replaces the first.
 * - `{"type":"done","location":"/…"}`: finished; the page to go to, a path of our own.
 * - `{"type":"failed","message":"…"}`: refused, in the person's language; nothing was saved.
 */
export type UploadEvent =
  | { readonly type: 'file'; readonly path: string; readonly html: string }
  | { readonly type: 'done'; readonly location: string }
  | { readonly type: 'failed'; readonly message: string }

/**
 * The events of a stream of bytes, each as soon as its line is whole.
 *
 * @throws Error at a line that is no event
 */
export async function* uploadEvents(stream: AsyncIterable<Uint8Array>): AsyncGenerator<UploadEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of stream) {
    rest += decoder.decode(bytes, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield parseEvent(line)
  }
  if (rest.trim() !== '') yield parseEvent(rest)
}

function parseEvent(line: string): UploadEvent {
  const value: unknown = JSON.parse(line)
  if (typeof value === 'object' && value !== null && 'type' in value) {
    if (value.type === 'file' && 'path' in value && 'html' in value) {
      return { type: 'file', path: String(value.path), html: String(value.html) }
    }
    // Only a path of our own: whatever else a line says, nobody is led away from here.
    if (value.type === 'done' && 'location' in value && /^\/(?![/\\])/.test(String(value.location))) {
      return { type: 'done', location: String(value.location) }
    }
    if (value.type === 'failed' && 'message' in value) return { type: 'failed', message: String(value.message) }
  }
  throw new Error('The server sent a line that is no event of an upload.')
}
